package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.database.ScriptedDatabase;

@SuppressWarnings("UnnecessaryAssignment") // no container gives what is injected
class EventCountsTest {
    private static final long EVENTS = 10;
    private static final int CLASS = 7;

    @Test
    void whatIsCountedMeanwhileIsNotInTwice() {
        AtomicBoolean counted = new AtomicBoolean();
        EventCounts counts = new EventCounts();
        counts.clock = Clock.systemUTC();
        counts.database = new ScriptedDatabase((sql, values) -> {
            List<Map<String, Long>> answer = answer(sql, values, counted.get());
            // after the first question another node counts all there is
            counted.set(true);
            return answer;
        });
        assertThat(counts.now().byClass()).isEqualTo(Map.of(CLASS, EVENTS));
        assertThat(counts.now().byClass())
                .as("and once more when all is counted")
                .isEqualTo(Map.of(CLASS, EVENTS));
    }

    private static List<Map<String, Long>> answer(String sql, List<Object> values, boolean counted) {
        Map<String, Long> mark = Map.of("counted_to", counted ? EVENTS : 0, "seen_to", EVENTS);
        Map<String, Long> count = Map.of("class_id", (long) CLASS, "events", EVENTS);
        boolean asksMark = sql.contains("event_count_mark");
        boolean asksCounts = sql.contains("event_class_count");
        if (asksMark && asksCounts) {
            return counted
                    ? List.of(Map.of("counted_to", EVENTS, "class_id", (long) CLASS, "events", EVENTS))
                    : List.of(Map.of("counted_to", 0L));
        }
        if (asksMark) {
            return List.of(mark);
        }
        if (asksCounts) {
            return counted ? List.of(count) : List.of();
        }
        if (sql.contains("MAX(id)")) {
            return List.of(Map.of("highest", EVENTS));
        }
        long newer = EVENTS - (Long) values.get(0);
        return newer == 0 ? List.of() : List.of(Map.of("class_id", (long) CLASS, "events", newer));
    }
}
