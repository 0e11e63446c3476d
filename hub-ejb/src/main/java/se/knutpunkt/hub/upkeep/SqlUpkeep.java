package se.knutpunkt.hub.upkeep;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;

/** Each change takes its turn first, and only then reads what it is checked against. */
@Stateless
public class SqlUpkeep implements Upkeep {

    @Inject
    RegisterTables tables;

    @Inject
    RegisterHistory history;

    @Override
    public Register register() {
        return tables.read();
    }

    @Override
    public List<Change> history(EntryKey key) {
        return history.of(key);
    }

    @Override
    public List<Change> latest() {
        return history.latest();
    }

    @Override
    public List<Fault> check(Optional<EntryKey> key, Sheet sheet) {
        Register register = tables.read();
        Entry before = key.flatMap(register::find).orElse(null);
        return faults(register, before, before == null ? added(sheet) : before.next(sheet, before.stage()));
    }

    @Override
    public void create(Sheet sheet, StaffId by) {
        take(turn(), null, added(sheet), by);
    }

    private static Entry added(Sheet sheet) {
        return new Entry(sheet, sheet.kind() == RegisterKind.CASE_TYPE ? Stage.DRAFT : Stage.LIVE, 1);
    }

    @Override
    public void change(EntryKey key, int version, Sheet sheet, StaffId by) {
        Register register = turn();
        Entry before = found(register, key, version);
        Entry after = before.next(sheet, before.stage());
        // to save what was not changed leaves no mark
        if (!before.isSameAs(after)) {
            take(register, before, after, by);
        }
    }

    @Override
    public void move(EntryKey key, int version, Stage to, StaffId by) {
        Register register = turn();
        Entry before = found(register, key, version);
        if (before.stage() != to) {
            take(register, before, before.next(before.sheet(), to), by);
        }
    }

    @Override
    public void discard(EntryKey key, int version, StaffId by) {
        Register register = turn();
        Entry before = found(register, key, version);
        List<Fault> faults = new ArrayList<>(UpkeepRules.discardFaults(before, register));
        boolean named = switch (key.kind()) {
            case AUTHORITY -> tables.isNamedAuthority(key.code());
            case BRANCH -> tables.isNamedBranch(key.code());
            case CASE_TYPE -> false;
        };
        if (named) {
            faults.add(Fault.of(Field.STAGE, Fault.Reason.IN_USE, key.code()));
        }
        refuse(faults);
        tables.write(before, null);
        history.add(before, null, by);
    }

    @Override
    public byte[] export() {
        return RegisterCsv.write(tables.read());
    }

    @Override
    public ImportPlan plan(byte[] csv) {
        return ImportPlanner.plan(tables.read(), RegisterCsv.read(csv));
    }

    @Override
    public int take(byte[] csv, long revision, StaffId by) {
        Register register = turn();
        // this turn counted it up by one
        if (register.revision() != revision + 1) {
            throw new ChangedMeanwhile();
        }
        ImportPlan plan = ImportPlanner.plan(register, RegisterCsv.read(csv));
        if (plan.count(ImportPlan.Verdict.FAULTY) > 0) {
            throw new CsvRefused(CsvRefused.Reason.FAULTY_ROWS);
        }
        int taken = 0;
        // authorities first: branches and case types refer to them
        for (RegisterKind kind : RegisterKind.values()) {
            for (ImportPlan.Row row : plan.rows()) {
                Entry after = row.after();
                if (after != null && after.kind() == kind && row.verdict() != ImportPlan.Verdict.UNCHANGED) {
                    tables.write(row.before(), after);
                    history.add(row.before(), after, by);
                    taken++;
                }
            }
        }
        return taken;
    }

    private Register turn() {
        tables.takeTurn();
        return tables.read();
    }

    private static Entry found(Register register, EntryKey key, int version) {
        Entry entry = register.find(key).orElseThrow(UnknownEntry::new);
        if (entry.version() != version) {
            throw new ChangedMeanwhile();
        }
        return entry;
    }

    private void take(Register register, @Nullable Entry before, Entry after, StaffId by) {
        refuse(faults(register, before, after));
        tables.write(before, after);
        history.add(before, after, by);
    }

    private static List<Fault> faults(Register register, @Nullable Entry before, Entry after) {
        List<Fault> faults = new ArrayList<>(UpkeepRules.faults(before, after, register.with(before, after)));
        boolean renamed = before == null || !before.key().equals(after.key());
        if (renamed && register.find(after.key()).isPresent()) {
            faults.add(Fault.of(Field.CODE, Fault.Reason.TWICE, after.code()));
        }
        return faults;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new UpkeepRefused(faults);
        }
    }
}
