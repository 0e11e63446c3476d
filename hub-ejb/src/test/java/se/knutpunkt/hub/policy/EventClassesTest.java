package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sender that makes up kinds without end fills neither table nor lists. */
class EventClassesTest {
    private final Table table = new Table();
    private final EventClasses classes = new EventClasses();

    private static final class Table extends EventClassTable {
        private final Map<Integer, EventClass> rows = new LinkedHashMap<>();
        private int reads;

        @Override
        public Map<Integer, EventClass> all() {
            reads++;
            return Map.copyOf(rows);
        }

        @Override
        public int number(EventClass one) {
            rows.put(rows.size() + 1, one);
            return rows.size();
        }
    }

    @BeforeEach
    void giveTheTable() {
        classes.table = table;
    }

    private static EventClass of(String kind, String marking) {
        return new EventClass("KUL", kind, true, marking, false, false, false);
    }

    @Test
    void aKnownClassAsksNothing() {
        int id = classes.idOf(of("BESLUT", ""));
        int reads = table.reads;
        assertThat(classes.idOf(of("BESLUT", ""))).isEqualTo(id);
        assertThat(table.reads).isEqualTo(reads);
    }

    @Test
    void theLastKindThatIsCountedIsItselfAndTheNextIsAnyKind() {
        for (int i = 1; i <= EventClasses.MOST_KINDS; i++) {
            assertThat(table.rows.get(classes.idOf(of("K" + i, ""))).kind()).isEqualTo("K" + i);
        }
        int beyond = classes.idOf(of("EN_TILL", ""));
        assertThat(table.rows.get(beyond).kind()).isEqualTo(EventClass.UNCOUNTED);
        int reads = table.reads;
        assertThat(classes.idOf(of("NOCH_EINE", ""))).isEqualTo(beyond);
        assertThat(table.reads)
                .as("what is too much asks no more than what is known")
                .isEqualTo(reads);
        assertThat(table.rows.get(classes.idOf(of("K1", "OSL 26:1"))).kind()).isEqualTo("K1");
    }

    @Test
    void noMoreThanSoManyClassesAreToldApart() {
        for (int i = 1; i <= EventClasses.MOST_CLASSES + 50; i++) {
            classes.idOf(of("K" + i % 400, "OSL " + i));
        }
        assertThat(table.rows).hasSizeLessThanOrEqualTo(EventClasses.MOST_CLASSES + 16);
        EventClass last = table.rows.get(classes.idOf(of("K1", "OSL 99999")));
        assertThat(last).isEqualTo(of(EventClass.UNCOUNTED, EventClass.UNCOUNTED));
    }
}
