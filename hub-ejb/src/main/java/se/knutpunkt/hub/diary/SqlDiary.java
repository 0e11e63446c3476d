package se.knutpunkt.hub.diary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.outbox.Outbox;
import se.knutpunkt.hub.outbox.OutboxTask;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** The registrar's queue in plain SQL: lists without personal data, one dossier opened at a time. */
@Stateless
public class SqlDiary implements Diary {

    private static final Set<DiaryState> UNDECIDED = Set.of(DiaryState.WAITING, DiaryState.EXPORTED);
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource dataSource;

    @Inject
    Vault vault;

    @Inject
    Cases cases;

    @Inject
    Files files;

    @Inject
    AccessLog accessLog;

    @Inject
    Outbox outbox;

    @Inject
    DiaryEvents events;

    @Inject
    DiaryFolder folder;

    @Inject
    Clock clock;

    private DiaryTable table;
    private DiaryDetails details;
    private Dossiers dossiers;

    @PostConstruct
    void open() {
        table = new DiaryTable(dataSource);
        details = new DiaryDetails(dataSource, vault);
        dossiers = new Dossiers(table, details, vault, cases, files);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public DiaryItemId enqueue(NewDiaryItem item) {
        CaseFile caseFile = cases.get(item.caseId()).orElseThrow();
        Instant now = clock.instant();
        DiaryItemId id = table.insert(dossiers.sealed(caseFile, item), now);
        details.insertFiles(id, item.files());
        details.insertStep(id, new DiaryStep(DiaryStep.Kind.RECEIVED, now, null, null, null));
        return id;
    }

    @Override
    public DiaryPage list(StaffId who, DiaryQuery query) {
        DiaryCursor before = query.before() == null ? null : DiaryCursor.parse(query.before());
        List<DiaryRow> found = table.list(query, before);
        note(who, "diary-list:" + query.state(), null);
        if (found.size() <= query.size()) {
            return new DiaryPage(found, null);
        }
        List<DiaryRow> rows = found.subList(0, query.size());
        return new DiaryPage(rows, DiaryCursor.after(rows.get(rows.size() - 1)).toString());
    }

    @Override
    public Map<DiaryState, Long> counts(@Nullable String authority) {
        return table.counts(authority);
    }

    @Override
    public Dossier open(StaffId who, DiaryItemId id) {
        Dossier dossier = dossiers.load(id, clock.instant());
        note(who, "diary:" + id, dossier.caseFile().party());
        return dossier;
    }

    @Override
    public StoredFile file(DiaryItemId id, FileId file) {
        boolean belongs =
                details.files(id).stream().anyMatch(known -> known.file().equals(file));
        if (!belongs) {
            throw new UnknownDiaryItem();
        }
        return files.find(file).orElseThrow(UnknownDiaryItem::new);
    }

    @Override
    public void writeFile(StaffId who, DiaryItemId id, FileId file, OutputStream out) throws IOException {
        StoredFile stored = file(id, file);
        DiaryRow row = table.find(id).orElseThrow(UnknownDiaryItem::new);
        PartyId about = cases.get(row.caseId()).map(CaseFile::party).orElse(null);
        note(who, "diary:" + id + "/file:" + file.value(), about);
        files.write(stored.id(), out);
    }

    @Override
    public boolean exports() {
        return folder.configured();
    }

    @Override
    public void export(StaffId who, List<DiaryItemId> ids) {
        if (!folder.configured()) {
            throw new NoDiaryFolder();
        }
        Instant now = clock.instant();
        for (DiaryItemId id : ids) {
            lockUndecided(id);
            table.requestExport(id, now);
            details.insertStep(id, new DiaryStep(DiaryStep.Kind.EXPORT_REQUESTED, now, who, null, null));
            // a key of its own for each request: one asked for while the last is being written runs after it
            outbox.schedule(OutboxTask.of(DiaryDelivery.KIND, id + ":" + now.toEpochMilli()));
        }
    }

    @Override
    public void register(StaffId who, DiaryItemId id, DiaryNumber number) {
        DiaryRow row = lockUndecided(id);
        Instant now = clock.instant();
        table.decide(id, DiaryState.REGISTERED, number, now);
        long step = details.insertStep(id, new DiaryStep(DiaryStep.Kind.REGISTERED, now, who, number.value(), null));
        events.registered(step, caseOf(row), number, now);
    }

    @Override
    public void notNeeded(StaffId who, List<DiaryItemId> ids, String reason) {
        String words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 3 to 500 characters");
        }
        Instant now = clock.instant();
        for (DiaryItemId id : ids) {
            lockUndecided(id);
            table.decide(id, DiaryState.NOT_NEEDED, null, now);
            details.insertStep(id, new DiaryStep(DiaryStep.Kind.NOT_NEEDED, now, who, null, words));
        }
    }

    @Override
    public void undo(StaffId who, List<DiaryItemId> ids) {
        Instant now = clock.instant();
        for (DiaryItemId id : ids) {
            DiaryRow row = table.lock(id);
            if (UNDECIDED.contains(row.state())) {
                throw new DiaryItemChanged();
            }
            if (!UndoLimit.allows(row.changedAt(), now)) {
                throw new UndoTooLate();
            }
            table.undecide(id, now);
            undone(who, row, now);
        }
    }

    private void undone(StaffId who, DiaryRow row, Instant now) {
        if (row.state() == DiaryState.NOT_NEEDED) {
            details.insertStep(row.id(), new DiaryStep(DiaryStep.Kind.NOT_NEEDED_UNDONE, now, who, null, null));
            return;
        }
        long step = details.insertStep(
                row.id(), new DiaryStep(DiaryStep.Kind.REGISTRATION_UNDONE, now, who, row.diaryNumber(), null));
        events.undone(step, caseOf(row), String.valueOf(row.diaryNumber()), now);
    }

    private DiaryRow lockUndecided(DiaryItemId id) {
        DiaryRow row = table.lock(id);
        if (!UNDECIDED.contains(row.state())) {
            throw new DiaryItemChanged();
        }
        return row;
    }

    private CaseFile caseOf(DiaryRow row) {
        return cases.get(row.caseId()).orElseThrow(UnknownDiaryItem::new);
    }

    private void note(StaffId who, String what, @Nullable PartyId about) {
        accessLog.note(new Look("staff:" + who.value(), "REGISTRAR", "DIARY", what, about, "registrar-keeps-diary"));
    }
}
