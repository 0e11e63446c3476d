package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.server.ContainerDatabase;

/**
 * The plans by which MariaDB reads Mina sidor's first page: no more rows for a person with thousands of events than for
 * one with a few dozen, whatever else is in the hub. The rows are there in one transaction and never committed.
 */
class StatementPlansIT {
    private static final long FIRST = 5_000_000_000L;
    private static final int OTHERS = 20_000;
    private static final int MANY = 5_000;
    private static final int FEW = 60;
    private static final NavigableMap<Integer, EventClass> CLASS = new TreeMap<>(Map.of(1, EventClass.plain("KUL")));
    private static final int PAGE = 21;
    private static final PartyId OF_MANY = new PartyId(FIRST + 1);
    private static final PartyId OF_FEW = new PartyId(FIRST + 2);

    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        connection = ContainerDatabase.connection();
        connection.setAutoCommit(false);
        run("SET foreign_key_checks = 0");
        run("INSERT INTO authority (code, name_sv, name_en) SELECT CONCAT('plan-', seq), 'a', 'a' FROM seq_1_to_100");
        insert(FIRST + 1000, OTHERS, "? + 100 + seq % 400");
        insert(FIRST + 100_000, MANY, "? + 1");
        insert(FIRST + 200_000, FEW, "? + 2");
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Ten events a case, one a minute, each eleventh asks for something. */
    private void insert(long first, int events, String party) throws SQLException {
        String sequence = " FROM seq_1_to_" + events;
        run("INSERT INTO case_file (id, public_id, case_number, case_type, authority, source, direction, received_at,"
                + " registered_at, information_class, document_type, title_sealed, public_title, retention_rule,"
                + " retention_ground) SELECT " + first + " + seq, UUID(), CONCAT('PLAN-', " + first + " + seq), 'KUL',"
                + " 'plan-1', 'demo-verksamhet', 'INCOMING', NOW(6), NOW(6), '3', 'a', 'x', 'a', 'a', 'a'"
                + sequence);
        run(
                "INSERT INTO case_event (id, public_id, source, external_id, content_hash, case_id, event_type, occurred_at,"
                        + " taken_at, needs_action, done, diary_event, shown, language, headline_sealed, summary_sealed,"
                        + " class_id)"
                        + " SELECT " + first + " + seq, UUID(), 'plan', " + first + " + seq, '', " + first
                        + " + seq DIV 10 + 1,"
                        + " 'a', NOW(6), NOW(6), seq % 11 = 0, FALSE, FALSE, TRUE, 'sv', 'x', 'x', 1" + sequence);
        run("INSERT INTO case_event_subject (party_id, occurred_at, event_id, case_id, case_type, shown, needs_action,"
                + " class_id) SELECT " + party.replace("?", Long.toString(FIRST))
                + ", TIMESTAMPADD(MINUTE, seq, '2025-01-01'), " + first + " + seq, " + first
                + " + seq DIV 10 + 1, 'KUL', TRUE, seq % 11 = 0, 1" + sequence);
    }

    @Test
    void theFirstPageReadsAsManyRowsForAPersonWithThousandsOfEventsAsForOneWithAFew() throws SQLException {
        ScopeSql few = ScopeSql.page(scopes(OF_FEW), reader(OF_FEW), Cursor.START, PAGE);
        ScopeSql many = ScopeSql.page(scopes(OF_MANY), reader(OF_MANY), Cursor.START, PAGE);

        assertThat(rowsRead(many)).isLessThanOrEqualTo(rowsRead(few) + 1).isLessThan(12L * PAGE);
    }

    @Test
    void aPageFarDownReadsNoMoreThanTheFirst() throws SQLException {
        ScopeSql first = ScopeSql.page(scopes(OF_MANY), reader(OF_MANY), Cursor.START, PAGE);
        Cursor down = new Cursor(Instant.parse("2025-01-02T00:00:00Z"), FIRST + 100_000 + 1440);
        ScopeSql later = ScopeSql.page(scopes(OF_MANY), reader(OF_MANY), down, PAGE);

        assertThat(rowsRead(later)).isLessThanOrEqualTo(rowsRead(first) + PAGE);
    }

    @Test
    void theFirstPageIsAStretchOfThePrimaryKeyAndLooksTheRestUpByKey() throws SQLException {
        List<Map<String, String>> plan = plan(ScopeSql.page(scopes(OF_MANY), reader(OF_MANY), Cursor.START, PAGE));

        assertThat(of(plan, "s"))
                .containsEntry("type", "range")
                .containsEntry("key", "PRIMARY")
                .satisfies(step -> assertThat(step.get("Extra")).doesNotContain("filesort", "temporary"));
        for (String table : List.of("e", "c", "a", "r")) {
            assertThat(of(plan, table).get("type")).as(table).isIn("eq_ref", "const", "ref");
        }
    }

    @Test
    void whatIsUnreadIsCountedAmongTheNewestAlone() throws SQLException {
        assertThat(rowsRead(ScopeSql.unread(scopes(OF_MANY), reader(OF_MANY), 200)))
                .isLessThan(6 * 200L);
    }

    @Test
    void whatWaitsIsFoundByTheKeyOfWhatAsks() throws SQLException {
        ScopeSql waiting = ScopeSql.waiting(scopes(OF_MANY), reader(OF_MANY), 20);

        assertThat(of(plan(waiting), "s").get("type")).isIn("range", "ref");
        // each candidate costs a look at its own case, and every eleventh event is one
        assertThat(rowsRead(waiting)).isLessThan(4L * MANY);
    }

    @Test
    void staffReadAStretchOfTheSameKeyAndLookUpWhatWasReplaced() throws SQLException {
        for (boolean few : new boolean[] {true, false}) {
            ScopeSql page = ScopeSql.forStaff(staff(OF_MANY, few), Cursor.START, PAGE);
            List<Map<String, String>> plan = plan(page);

            assertThat(of(plan, "s"))
                    .containsEntry("type", "range")
                    .containsEntry("key", "PRIMARY")
                    .satisfies(step -> assertThat(step.get("Extra")).doesNotContain("filesort", "temporary"));
            for (String table : few ? List.of("x", "e", "c", "a") : List.of("x", "o", "e", "c", "a")) {
                assertThat(of(plan, table).get("type")).as(table).isIn("eq_ref", "const", "ref");
            }
            assertThat(rowsRead(page))
                    .isLessThanOrEqualTo(rowsRead(ScopeSql.forStaff(staff(OF_FEW, few), Cursor.START, PAGE)) + 1)
                    .isLessThan(14L * PAGE);
        }
        ScopeSql ofCase = ScopeSql.forStaff(staff(OF_MANY, false), List.of(FIRST + 100_000 + 5), 500);
        assertThat(rowsRead(ofCase)).isLessThan(14L * 10);
    }

    private static Scope staff(PartyId party, boolean few) {
        Scope citizen = scopes(party).get(0);
        return new Scope(
                new Whom(party, Capacity.HANDLER, null, null),
                citizen.decisions(),
                new TreeMap<>(),
                citizen.alone(),
                1,
                Set.of(),
                true,
                few);
    }

    @Test
    void theChangesForASystemAreAStretchOfTheirOwnKey() throws SQLException {
        run("UPDATE case_event SET change_number = id WHERE id > " + FIRST);
        SystemScope scope = new SystemScope(new Viewer.Source("plan-2"), Purpose.ASK, CLASS);
        SystemSql page = SystemSql.changes(scope, FIRST + 1000, FIRST + 1000 + SystemSql.WINDOW, 100);
        SystemSql nothing = SystemSql.changes(
                new SystemScope(scope.system(), Purpose.ASK, new TreeMap<>()),
                FIRST + 1000,
                FIRST + 1000 + SystemSql.WINDOW,
                100);

        List<Map<String, String>> plan = plan(page.sql(), page.values());
        assertThat(of(plan, "e")).containsEntry("type", "range").containsEntry("key", "case_event_change");
        for (String table : List.of("c", "p", "q")) {
            assertThat(of(plan, table).get("type")).as(table).isIn("eq_ref", "const");
        }
        assertThat(rowsRead(page.sql(), page.values())).isLessThan(8L * 100);
        long before = handlerReads();
        try (PreparedStatement statement = prepared(nothing.sql(), nothing.values());
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isFalse();
        }
        assertThat(handlerReads() - before)
                .as("a system that sees nothing costs a window, whatever is in the hub")
                .isLessThan(6 * SystemSql.WINDOW);
    }

    @Test
    void theEventsOfACaseAndOfAPersonAreStretchesForASystemToo() throws SQLException {
        SystemScope scope = new SystemScope(new Viewer.Source("plan-2"), Purpose.ASK, CLASS);
        SystemSql ofCase = SystemSql.newest(scope, FIRST + 100_000 + 5);
        SystemSql ofPerson = SystemSql.casesOfPerson(scope, FIRST + 1, 100);

        assertThat(of(plan(ofCase.sql(), ofCase.values()), "e"))
                .containsEntry("key", "case_event_case")
                .satisfies(step -> assertThat(step.get("Extra")).doesNotContain("filesort", "temporary"));
        assertThat(rowsRead(ofCase.sql(), ofCase.values())).isLessThan(40);
        assertThat(rowsRead(ofPerson.sql(), ofPerson.values())).isLessThan(12L * 1000);
    }

    @Test
    void whatHasNoNumberIsTheBeginningOfAKey() throws SQLException {
        String sql = "SELECT id, taken_at FROM case_event FORCE INDEX (case_event_change)"
                + " WHERE change_number IS NULL LIMIT ?";

        assertThat(of(plan(sql, new Object[] {500}), "case_event"))
                .containsEntry("key", "case_event_change")
                .satisfies(step -> assertThat(step.get("Extra")).doesNotContain("filesort", "temporary"));
        assertThat(rowsRead(sql, new Object[] {500})).isLessThan(3L * 500);
    }

    private static List<Scope> scopes(PartyId party) {
        return List.of(new Scope(
                new Whom(party, Capacity.SELF, null, null),
                new TreeMap<>(Map.of(1, new Decision(Degree.FULL, "EGET", 1, new LegalGround("OSL", "12:1")))),
                new TreeSet<>(),
                1,
                Set.of("KUL")));
    }

    private static Viewer.Citizen reader(PartyId party) {
        return new Viewer.Citizen(party);
    }

    private static Map<String, String> of(List<Map<String, String>> plan, String table) {
        return plan.stream()
                .filter(step -> table.equals(step.get("table")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + table + " in " + plan));
    }

    private List<Map<String, String>> plan(ScopeSql sql) throws SQLException {
        return plan(sql.sql(), sql.values());
    }

    private List<Map<String, String>> plan(String sql, @Nullable Object[] values) throws SQLException {
        List<Map<String, String>> steps = new ArrayList<>();
        try (PreparedStatement statement = prepared("EXPLAIN " + sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(Map.of(
                        "table", text(rows, "table"),
                        "type", text(rows, "type"),
                        "key", text(rows, "key"),
                        "Extra", text(rows, "Extra")));
            }
        }
        return steps;
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private long rowsRead(ScopeSql sql) throws SQLException {
        return rowsRead(sql.sql(), sql.values());
    }

    private long rowsRead(String sql, @Nullable Object[] values) throws SQLException {
        long before = handlerReads();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
        }
        return handlerReads() - before;
    }

    private PreparedStatement prepared(String text, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        return statement;
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof PartyId party) {
            return party.value();
        }
        return value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value;
    }

    private long handlerReads() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT SUM(VARIABLE_VALUE) FROM information_schema.SESSION_STATUS"
                                + " WHERE VARIABLE_NAME IN ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_LAST',"
                                + " 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
