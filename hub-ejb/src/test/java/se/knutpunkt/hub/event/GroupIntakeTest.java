package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.event.EventExamples.matter;
import static se.knutpunkt.hub.event.EventExamples.of;
import static se.knutpunkt.hub.event.EventExamples.wording;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.casefile.CaseKey;
import se.knutpunkt.hub.event.EventWriter.Checked;

class GroupIntakeTest {
    private static final EJBException FAULT = new EJBException("the disk is full");

    private final List<String> written = new ArrayList<>();
    private final GroupIntake intake = new GroupIntake();

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    GroupIntakeTest() {
        intake.writer = new EventWriter() {
            @Override
            public List<Result> writeAlone(List<Checked> group) {
                List<String> ids =
                        group.stream().map(one -> one.event().externalId()).toList();
                if (ids.contains("bad")) {
                    throw FAULT;
                }
                written.addAll(ids);
                return ids.stream().map(GroupIntakeTest::kept).toList();
            }
        };
    }

    @Test
    void oneThatFailsStopsNoneBeforeOrAfterIt() {
        assertThat(intake.write(group("a", "bad", "b")))
                .containsExactly(kept("a"), new Result.Failed(FAULT), kept("b"));
        assertThat(written).containsExactly("a", "b");
    }

    @Test
    void aFaultOfOneAloneIsItsOwn() {
        assertThat(intake.write(group("bad"))).containsExactly(new Result.Failed(FAULT));
    }

    @Test
    void aGroupWithoutFaultIsWrittenAsOne() {
        assertThat(intake.write(group("a", "b"))).containsExactly(kept("a"), kept("b"));
    }

    private static Result kept(String id) {
        return new Result.Kept(new Taken(id, false));
    }

    private static List<Checked> group(String... ids) {
        return Stream.of(ids)
                .map(id -> new Checked(
                        "source",
                        of(id, matter("n"), wording("h", "s")),
                        new CaseKey("nu", "n"),
                        new byte[0],
                        List.of(),
                        1))
                .toList();
    }
}
