package se.knutpunkt.hub.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Fault.Reason;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;

/**
 * Tells what each row of a file would do. Rows may refer to each other in any order: all are laid over the register first,
 * and each is judged against the register that would come of it.
 */
final class ImportPlanner {
    private final Register register;
    private final List<Draft> drafts = new ArrayList<>();

    private ImportPlanner(Register register) {
        this.register = register;
    }

    /** A row on its way to a verdict. */
    private record Draft(
            RegisterCsv.Row row,
            @Nullable EntryKey key,
            @Nullable Entry before,
            @Nullable Entry after,
            List<Fault> faults) {}

    static ImportPlan plan(Register register, List<RegisterCsv.Row> rows) {
        ImportPlanner planner = new ImportPlanner(register);
        Set<EntryKey> seen = new HashSet<>();
        rows.forEach(row -> planner.drafts.add(planner.draft(row, seen)));
        List<Entry> world = new ArrayList<>(register.all());
        for (Draft draft : planner.drafts) {
            if (draft.after() != null) {
                world.removeIf(entry -> entry.key().equals(draft.key()));
                world.add(draft.after());
            }
        }
        Register after = new Register(world, register.revision());
        return new ImportPlan(
                register.revision(),
                planner.drafts.stream()
                        .map(draft -> row(draft, after))
                        .sorted(Comparator.comparing(ImportPlan.Row::number))
                        .toList());
    }

    private Draft draft(RegisterCsv.Row row, Set<EntryKey> seen) {
        List<Fault> faults = new ArrayList<>();
        Optional<RegisterKind> kind = RegisterCsv.kind(row);
        if (kind.isEmpty()) {
            faults.add(
                    row.cell(Field.POST).isBlank()
                            ? Fault.of(Field.POST, Reason.MISSING)
                            : Fault.of(Field.POST, Reason.UNKNOWN_WORD, row.cell(Field.POST)));
            return new Draft(row, null, null, null, faults);
        }
        String code = row.cell(Field.CODE).strip();
        EntryKey key = new EntryKey(kind.get(), code);
        if (!code.isEmpty() && !seen.add(key)) {
            faults.add(Fault.of(Field.CODE, Reason.TWICE, code));
            return new Draft(row, key, null, null, faults);
        }
        if (RegisterCsv.stage(row).isEmpty() && !row.cell(Field.STAGE).isBlank()) {
            faults.add(Fault.of(Field.STAGE, Reason.UNKNOWN_WORD, row.cell(Field.STAGE)));
        }
        Map<Field, String> texts = new EnumMap<>(Field.class);
        row.cells().forEach((field, text) -> {
            if (kind.get().fields().contains(field)) {
                texts.put(field, text);
            } else if (field != Field.POST && field != Field.STAGE && !text.isBlank()) {
                faults.add(Fault.of(field, Reason.NOT_HERE));
            }
        });
        Entry before = register.find(key).orElse(null);
        Sheet sheet =
                before == null ? new Sheet(kind.get(), texts) : before.sheet().with(texts);
        Stage stage = RegisterCsv.stage(row).orElseGet(() -> usual(kind.get(), before));
        Entry after = before == null ? new Entry(sheet, stage, 1) : before.next(sheet, stage);
        return new Draft(row, key, before, after, faults);
    }

    /** Where an entry stands when its row does not say: as before, and a new case type as a draft. */
    private static Stage usual(RegisterKind kind, @Nullable Entry before) {
        if (before != null) {
            return before.stage();
        }
        return kind == RegisterKind.CASE_TYPE ? Stage.DRAFT : Stage.LIVE;
    }

    private static ImportPlan.Row row(Draft draft, Register world) {
        List<Fault> faults = new ArrayList<>(draft.faults());
        Entry after = draft.after();
        if (after != null) {
            faults.addAll(UpkeepRules.faults(draft.before(), after, world));
        }
        List<Difference> differences =
                faults.isEmpty() && after != null ? Difference.between(draft.before(), after) : List.of();
        String title = after == null ? "" : after.text(Field.NAME_SV);
        return new ImportPlan.Row(
                draft.row().number(),
                draft.key(),
                title,
                verdict(draft, faults),
                differences,
                faults,
                draft.before(),
                after);
    }

    private static ImportPlan.Verdict verdict(Draft draft, List<Fault> faults) {
        if (!faults.isEmpty()) {
            return ImportPlan.Verdict.FAULTY;
        }
        Entry before = draft.before();
        Entry after = draft.after();
        if (before == null || after == null) {
            return ImportPlan.Verdict.NEW;
        }
        return before.isSameAs(after) ? ImportPlan.Verdict.UNCHANGED : ImportPlan.Verdict.CHANGED;
    }
}
