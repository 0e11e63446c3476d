package se.knutpunkt.hub.upkeep;

import java.util.List;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.RegisterRules;
import se.knutpunkt.hub.register.Sheet;

/**
 * An entry of the register.
 *
 * @param version counted up by each change; what an editor read it at
 */
public record Entry(Sheet sheet, Stage stage, int version) {

    public EntryKey key() {
        return new EntryKey(kind(), code());
    }

    public RegisterKind kind() {
        return sheet.kind();
    }

    public String code() {
        return sheet.code();
    }

    public String text(Field field) {
        return sheet.text(field);
    }

    /** What is missing before it may be used. */
    public List<Fault> missing() {
        return RegisterRules.missing(sheet);
    }

    Entry next(Sheet changed, Stage to) {
        return new Entry(changed, to, version + 1);
    }

    boolean isSameAs(Entry other) {
        return sheet.equals(other.sheet) && stage == other.stage;
    }
}
