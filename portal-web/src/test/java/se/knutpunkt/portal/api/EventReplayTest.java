package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.deadletter.LetterAttempt;
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.deadletter.NewLetter;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.Verdict;

class EventReplayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SourceSystem SOURCE = new SourceSystem(
            "MILJO", new Name("Miljö", "Environment"), "MN", Set.of(), Duration.ofDays(1), Instant.EPOCH, null);

    private final CountingIntake intake = new CountingIntake();
    private final EventReplay replay = new EventReplay();

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    EventReplayTest() {
        intake.keepIds = true;
        replay.intake = intake;
        replay.clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    }

    @Test
    void answersInTheOrderOfTheDocumentsWhateverIsWrongWithEach() {
        List<LetterAttempt> attempts = replay.replayAll(
                SOURCE, List.of(event("a"), "no json", "{}", event(CountingIntake.REFUSED), event("b")));

        assertThat(attempts)
                .extracting(LetterAttempt::kind)
                .containsExactly(null, Verdict.UNREADABLE, Verdict.INVALID, Verdict.UNKNOWN_CASE_TYPE, null);
        assertThat(attempts).allSatisfy(one -> assertThat(one.taken() == null).isEqualTo(one.kind() != null));
        assertThat(intake.ids).containsExactly("a", "b");
    }

    @Test
    void tellsWhatIsWrongWithAnEditedTextByPointer() {
        ObjectNode event = Samples.full();
        Samples.data(event).remove("rubrik");

        LetterAttempt attempt = replay.replay(SOURCE, EventReplay.pretty(event.toString()));

        assertThat(attempt.taken()).isNull();
        assertThat(attempt.faults()).extracting(LetterFault::pointer).containsExactly("/data/rubrik");
    }

    @Test
    void aPrettyTextIsTheSameEvent() {
        ObjectNode event = Samples.full();
        // two arrays of the same bytes are not equal
        Samples.data(event).remove("bilagor");
        String sent = event.toString();
        assertThat(replay.event(EventReplay.pretty(sent))).isNotNull().isEqualTo(replay.event(sent));
    }

    @Test
    void aLetterSaysInTheClearOnlyWhatIsFitForIt() {
        ObjectNode event = Samples.full();
        event.put("id", "198003202390");
        Samples.data(event).put("kundhandelseId", "198003202390").put("arendetyp", "198003202390");

        NewLetter letter = letter(event);

        assertThat(letter.externalId()).isEmpty();
        assertThat(letter.caseType()).isEmpty();
        assertThat(letter.faults())
                .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("198003202390"));
        assertThat(letter(Samples.full()).externalId()).isNotEmpty();
        assertThat(letter(Samples.full()).caseType()).isEqualTo("KUL");
        Samples.data(event).put("arendetyp", "<script>");
        assertThat(letter(event).caseType()).isEmpty();
    }

    @Test
    void aRowThatLeavesSomethingOutIsKnown() {
        Faults faults = new Faults();
        faults.add("", "The row has as many cells as the header.");
        ReadEvent row = ReadEvent.ofData(Samples.data(Samples.full()), CsvEvents.ORIGIN, TODAY, faults);
        ReadEvent whole = ReadEvent.ofData(Samples.data(Samples.full()), CsvEvents.ORIGIN, TODAY, new Faults());

        NewLetter letter = RefusedEvents.letter(
                new RefusedEvents.Refusal(row, java.util.Objects.requireNonNull(row.problem())), TODAY);

        assertThat(letter.partial()).isTrue();
        assertThat(whole.partial()).isFalse();
        assertThat(letter.faults()).extracting(LetterFault::pointer).containsExactly("/data");
    }

    private static NewLetter letter(ObjectNode event) {
        ReadEvent read = ReadEvent.of(event, TODAY);
        Problem problem = read.problem() == null
                ? Problem.of(ProblemType.UNKNOWN_CASE_TYPE, "The case type is not registered or is closed.")
                : read.problem();
        return RefusedEvents.letter(new RefusedEvents.Refusal(read, problem), TODAY);
    }

    private static String event(String id) {
        ObjectNode event = Samples.full();
        event.put("id", id);
        Samples.data(event).put("kundhandelseId", id);
        return event.toString();
    }
}
