package se.knutpunkt.hub.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.vault.Vault;

/** Reads rows of the statement within scopes and opens them. */
@Dependent
class StatementReader {

    /** How many events one page of a text search opens at most; the next page goes on from there. */
    private static final int SEARCHED = 1000;

    private static final int BATCH = 200;
    private static final Pattern CASE_NUMBER = Pattern.compile("\\p{L}{2,10} [0-9]{4}-[0-9]{1,10}");
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Inject
    Database database;

    @Inject
    Vault vault;

    /** The rows after a place; one more row than asked for is read, to know whether there is a next page. */
    StatementPage page(List<Scope> scopes, Viewer.Citizen reader, Cursor after, int size) {
        List<StoredRow> read = read(scopes, ScopeSql.page(scopes, reader, after, size + 1));
        List<StoredRow> shown = read.subList(0, Math.min(size, read.size()));
        String next = read.size() > size ? shown.get(size - 1).cursor().text() : null;
        return new StatementPage(open(scopes, shown), next);
    }

    /** The rows after a place that hold a text or are of a case number. */
    StatementPage search(List<Scope> scopes, Viewer.Citizen reader, StatementSearch search) {
        String wanted = search.text().strip().replaceAll("\\s+", " ").toLowerCase(SWEDISH);
        List<StatementRow> ofCase = ofCaseNumber(scopes, reader, wanted.toUpperCase(SWEDISH));
        if (!ofCase.isEmpty()) {
            return new StatementPage(ofCase, null);
        }
        List<StatementRow> found = new ArrayList<>();
        Cursor after = search.after();
        for (int searched = 0; searched < SEARCHED; searched += BATCH) {
            List<StoredRow> batch = read(scopes, ScopeSql.page(scopes, reader, after, BATCH));
            for (StoredRow row : batch) {
                open(scopes, List.of(row)).stream()
                        .filter(opened -> matches(opened, wanted))
                        .forEach(found::add);
                after = row.cursor();
                if (found.size() == search.size()) {
                    return new StatementPage(found, after.text());
                }
            }
            if (batch.size() < BATCH) {
                return new StatementPage(found, null);
            }
        }
        return new StatementPage(found, after.text());
    }

    /** Up to 20 rows that wait for the citizen. */
    List<StatementRow> waiting(List<Scope> scopes, Viewer.Citizen reader) {
        return open(scopes, read(readable(scopes), ScopeSql.waiting(readable(scopes), reader, 20)));
    }

    /** The newest rows of cases that are one to the citizen. */
    List<StoredRow> ofCases(List<Scope> scopes, Viewer.Citizen reader, List<Long> caseIds, int size) {
        return caseIds.isEmpty()
                ? List.of()
                : read(readable(scopes), ScopeSql.ofCases(readable(scopes), reader, caseIds, size));
    }

    /** How many of the newest rows of each person the reader has not opened. */
    int unread(List<Scope> scopes, Viewer.Citizen reader) {
        // what is only known to exist can never be opened, and so never be read
        List<Scope> readable = readable(scopes);
        if (showNothing(readable)) {
            return 0;
        }
        ScopeSql sql = ScopeSql.unread(readable, reader, BATCH);
        return Math.toIntExact(database.first(sql.sql(), row -> row.number("unread"), sql.values())
                .orElse(0L));
    }

    List<StatementRow> open(List<Scope> scopes, List<StoredRow> rows) {
        return rows.stream()
                .map(row -> row.open(scopes, vault))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<StatementRow> ofCaseNumber(List<Scope> scopes, Viewer.Citizen reader, String number) {
        if (!CASE_NUMBER.matcher(number).matches()) {
            return List.of();
        }
        List<Long> ids = database.query("""
                SELECT id FROM case_file WHERE case_number = ?
                UNION SELECT part.id FROM case_file c JOIN case_file part ON part.part_of = c.id
                       WHERE c.case_number = ?
                LIMIT 10
                """, row -> row.number("id"), number, number);
        return open(scopes, ofCases(scopes, reader, ids, BATCH));
    }

    private static boolean matches(StatementRow row, String wanted) {
        return row.text().toLowerCase(SWEDISH).contains(wanted)
                || row.caseNumber().toLowerCase(SWEDISH).contains(wanted);
    }

    private List<StoredRow> read(List<Scope> scopes, ScopeSql sql) {
        return showNothing(scopes) ? List.of() : database.query(sql.sql(), StoredRow::of, sql.values());
    }

    /** Of what is only known to exist, neither a case nor that it waits is told. */
    private static List<Scope> readable(List<Scope> scopes) {
        return scopes.stream().map(Scope::readable).toList();
    }

    private static boolean showNothing(List<Scope> scopes) {
        return scopes.stream().allMatch(Scope::isEmpty);
    }
}
