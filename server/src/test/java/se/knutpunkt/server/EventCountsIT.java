package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.disclosure.Effect;
import se.knutpunkt.hub.disclosure.EventCounts;
import se.knutpunkt.hub.disclosure.Insight;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.PolicyBook;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;

/** Events are counted class by class, once, and a planned rule is told of by those counts. */
class EventCountsIT extends ContainerTest {
    private static final IdentityNumber CHILD = IdentityNumber.person("201702032382", LocalDate.of(2026, 11, 22));

    @EJB
    EventIntake intake;

    @EJB
    SourceSystems sources;

    @EJB
    EventCounts counts;

    @EJB
    Insight insight;

    @EJB
    PolicyBook book;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void eachEventIsCountedOnceAndWhatIsNewIsCountedWhenAsked() throws SQLException {
        take("count-1", "RAKNAS");
        take("count-2", "RAKNAS");
        counts.countOn();
        assertThat(counts.now().byClass()).isEqualTo(all());
        assertThat(counts.now().whole()).isTrue();

        settle();
        while (counts.countOn()) {
            // some at a time
        }
        assertThat(number("SELECT SUM(events) FROM event_class_count"))
                .isEqualTo(number("SELECT COUNT(*) FROM case_event WHERE class_id IS NOT NULL"));
        assertThat(counts.now().byClass()).isEqualTo(all());

        take("count-3", "RAKNAS");
        counts.countOn();
        counts.countOn();
        assertThat(number("SELECT SUM(events) FROM event_class_count"))
                .as("what has only just been taken is not counted for good")
                .isEqualTo(number("SELECT COUNT(*) FROM case_event WHERE class_id IS NOT NULL") - 1);
        assertThat(counts.now().byClass()).isEqualTo(all());
        settle();
        while (counts.countOn()) {
            // some at a time
        }
        assertThat(counts.now().byClass()).isEqualTo(all());
    }

    @Test
    void aPlannedRuleTellsOfTheEventsThatThereAre() {
        for (int i = 0; i < 6; i++) {
            take("effect-" + i, "SEX_STYCKEN");
        }
        take("effect-few", "ETT_STYCKE");
        List<PolicyLine> planned = new ArrayList<>(book.lines());
        PolicyLine own = planned.stream()
                .filter(line -> line.key().equals("EGET"))
                .findFirst()
                .orElseThrow();
        planned.remove(own);
        Effect effect = insight.effect(planned);
        assertThat(effect.whole()).isTrue();
        assertThat(effect.more().isNone()).isTrue();
        assertThat(effect.fewer().told()).isGreaterThanOrEqualTo(6);
        assertThat(effect.impacts()).allSatisfy(impact -> {
            assertThat(impact.capacity()).isEqualTo(Capacity.SELF);
            assertThat(impact.before()).isEqualTo(Degree.FULL);
            assertThat(impact.after()).isEqualTo(Degree.HIDDEN);
        });
        assertThat(effect.impacts())
                .filteredOn(impact -> impact.event().kind().equals("SEX_STYCKEN"))
                .singleElement()
                .satisfies(impact -> assertThat(impact.events().told()).isEqualTo(6));
        assertThat(effect.impacts())
                .filteredOn(impact -> impact.event().kind().equals("ETT_STYCKE"))
                .singleElement()
                .satisfies(impact -> {
                    assertThat(impact.events().told()).isZero();
                    assertThat(impact.events().few()).isEqualTo(1);
                });
    }

    /** As if what was seen last had been seen long ago. */
    private void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE event_count_mark SET seen_to = (SELECT MAX(id) FROM case_event),"
                    + " seen_at = '2026-01-01 00:00:00'");
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<Integer, Long> all() throws SQLException {
        Map<Integer, Long> all = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT class_id, COUNT(*) FROM case_event"
                        + " WHERE class_id IS NOT NULL GROUP BY class_id")) {
            while (rows.next()) {
                all.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return all;
    }

    private void take(String id, String kind) {
        SourceSystem source = sources.find("demo-verksamhet").orElseThrow();
        intake.take(source, event(id, kind));
    }

    private static IncomingEvent event(String id, String kind) {
        return new IncomingEvent(
                id,
                new Matter("FÖR", "FSK 2026-" + id, null),
                new Wording("sv", "Samtal", "Mer", "Något har hänt i ärendet"),
                new Subjects(CHILD, null),
                new EventStatus("ALVSTAD.FORSKOLA." + kind, false, false, false, true),
                Instant.parse("2026-11-20T10:00:00Z"),
                References.NONE,
                List.of(),
                null,
                Confidentiality.NONE);
    }
}
