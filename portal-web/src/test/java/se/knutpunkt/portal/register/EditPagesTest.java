package se.knutpunkt.portal.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.upkeep.Change;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.Stage;

class EditPagesTest {
    private final Entry first = entry(1, "Namn", "5");
    private final Entry second = entry(2, "Namn", "10");
    private final Entry third = entry(3, "Nytt", "10");

    @Test
    void keepsWhatWasTypedWhenNobodyElseChangedAnything() {
        Sheet typed = entry(1, "Mitt", "7").sheet();
        assertThat(EditPages.merged(typed, first, List.of())).isEqualTo(typed);
    }

    @Test
    void takesWhatOthersChangedWhereNothingWasTyped() {
        Sheet typed = entry(1, "Mitt", "5").sheet();
        Sheet merged = EditPages.merged(typed, third, List.of(change(second, third), change(first, second)));
        assertThat(merged.text(Field.NAME_SV)).isEqualTo("Mitt");
        assertThat(merged.text(Field.PROMISE_DAYS)).isEqualTo("10");
    }

    @Test
    void whatWasEmptiedStaysEmpty() {
        Sheet typed = entry(1, "Namn", "").sheet();
        Sheet merged = EditPages.merged(typed, second, List.of(change(first, second)));
        assertThat(merged.text(Field.PROMISE_DAYS)).isEmpty();
    }

    private static Change change(Entry before, Entry after) {
        return new Change(after.key(), Change.Deed.CHANGED, before, after, Instant.EPOCH, "Någon Annan", List.of());
    }

    private static Entry entry(int version, String name, String days) {
        Sheet sheet = new Sheet(
                RegisterKind.CASE_TYPE, Map.of(Field.CODE, "NED", Field.NAME_SV, name, Field.PROMISE_DAYS, days));
        return new Entry(sheet, Stage.DRAFT, version);
    }
}
