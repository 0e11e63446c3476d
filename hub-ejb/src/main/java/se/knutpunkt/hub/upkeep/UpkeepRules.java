package se.knutpunkt.hub.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Fault.Reason;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.RegisterRules;

/** What a change of the register must hold besides what holds for each sheet. */
final class UpkeepRules {
    /** Case numbers begin with the prefix and stand under the authority: a case's next event would find another case. */
    private static final List<Field> FIXED = List.of(Field.CODE, Field.PREFIX, Field.AUTHORITY_CODE);

    private UpkeepRules() {}

    /**
     * What is wrong with a change.
     *
     * @param before null for a new entry
     * @param world the register as it would be after it
     */
    static List<Fault> faults(@Nullable Entry before, Entry after, Register world) {
        List<Fault> faults = new ArrayList<>(RegisterRules.faults(after.sheet(), world));
        if (after.stage() != Stage.DRAFT) {
            faults.addAll(after.missing());
        }
        if (after.stage() == Stage.LIVE) {
            faults.addAll(RegisterRules.barred(after.sheet(), world));
        }
        if (before != null && before.stage() != Stage.DRAFT) {
            faults.addAll(changedThoughFixed(before, after));
        }
        faults.addAll(stage(before, after, world));
        return faults;
    }

    private static List<Fault> changedThoughFixed(Entry before, Entry after) {
        return FIXED.stream()
                .filter(field -> !before.text(field).equals(after.text(field)))
                .map(field -> Fault.of(field, Reason.FIXED, before.text(field)))
                .toList();
    }

    private static List<Fault> stage(@Nullable Entry before, Entry after, Register world) {
        if (after.stage() == Stage.DRAFT) {
            boolean allowed =
                    after.kind() == RegisterKind.CASE_TYPE && (before == null || before.stage() == Stage.DRAFT);
            return allowed ? List.of() : List.of(Fault.of(Field.STAGE, Reason.NO_DRAFT));
        }
        List<Entry> living = after.stage() == Stage.CLOSED
                ? world.under(after.key()).stream()
                        .filter(entry -> entry.stage() == Stage.LIVE)
                        .toList()
                : List.of();
        return living.isEmpty() ? List.of() : List.of(inUse(living));
    }

    /** Why an entry cannot be discarded; empty when it can. */
    static List<Fault> discardFaults(Entry entry, Register register) {
        if (entry.kind() == RegisterKind.CASE_TYPE) {
            return entry.stage() == Stage.DRAFT ? List.of() : List.of(Fault.of(Field.STAGE, Reason.NO_DRAFT));
        }
        List<Entry> under = register.under(entry.key());
        return under.isEmpty() ? List.of() : List.of(inUse(under));
    }

    private static Fault inUse(List<Entry> users) {
        return Fault.of(
                Field.STAGE, Reason.IN_USE, users.stream().map(Entry::code).collect(Collectors.joining(", ")));
    }
}
