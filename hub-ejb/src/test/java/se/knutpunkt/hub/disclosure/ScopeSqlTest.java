package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.LegalGround;

/** What a list asks the database for, condition by condition, and what each of them binds. */
class ScopeSqlTest {
    private static final Viewer.Citizen READER = new Viewer.Citizen(new PartyId(1));
    private static final PartyId CHILD = new PartyId(2);
    private static final Cursor AFTER = new Cursor(Instant.parse("2026-11-22T10:00:00Z"), 77);
    private static final Instant AT = AFTER.occurredAt();
    private static final String OTHER_UNPROTECTED =
            "(SELECT o.protected_identity FROM party o WHERE o.id = s.other_id) IS NOT TRUE";

    private static Scope scope(Capacity capacity, Set<Integer> alone, Integer... classes) {
        Map<Integer, Decision> decisions = new TreeMap<>();
        Arrays.stream(classes)
                .forEach(id -> decisions.put(id, new Decision(Degree.FULL, "R", 3, new LegalGround("OSL", "8:1"))));
        PartyId party = capacity == Capacity.SELF ? READER.party() : CHILD;
        return new Scope(
                new Whom(party, capacity, null, null),
                new TreeMap<>(decisions),
                new TreeSet<>(alone),
                3,
                Set.of("KUL"));
    }

    private static String words(ScopeSql sql) {
        return sql.sql().replaceAll("\\s+", " ");
    }

    private static List<@Nullable Object> bound(ScopeSql sql) {
        return Arrays.asList(sql.values());
    }

    @Test
    void aPageAsksForTheVisibleClassesOfOneself() {
        ScopeSql sql = ScopeSql.page(List.of(scope(Capacity.SELF, Set.of(), 3, 4, 5, 9)), READER, AFTER, 20);
        assertThat(words(sql))
                .contains("WHERE s.party_id = ? AND s.shown AND (s.class_id BETWEEN ? AND ? OR s.class_id = ?)"
                        + " AND s.occurred_at <= ? AND (s.occurred_at < ? OR s.event_id < ?)"
                        + " ORDER BY s.occurred_at DESC, s.event_id DESC LIMIT ?")
                .doesNotContain("protected_identity")
                .doesNotContain("UNION");
        assertThat(bound(sql)).containsExactly(READER.party(), 3, 5, 9, AT, AT, 77L, 20, 20, READER.party(), 20);
    }

    @Test
    void whatIsThePartysAloneHeedsTheOther() {
        ScopeSql sql = ScopeSql.page(List.of(scope(Capacity.SELF, Set.of(9), 3, 9)), READER, AFTER, 20);
        assertThat(words(sql)).contains(" AND (NOT (s.class_id = ?) OR " + OTHER_UNPROTECTED + ")");
        assertThat(bound(sql)).startsWith(READER.party(), 3, 9, 9, AT);
    }

    @Test
    void whatConcernsSomebodyElseHeedsTheOtherAlways() {
        Scope own = scope(Capacity.SELF, Set.of(), 3);
        Scope child = scope(Capacity.GUARDIAN, Set.of(), 4);
        ScopeSql sql = ScopeSql.page(List.of(own, child), READER, AFTER, 20);
        assertThat(words(sql)).contains(" UNION ALL ").contains("(s.class_id = ?) AND " + OTHER_UNPROTECTED);
        assertThat(bound(sql))
                .containsExactly(READER.party(), 3, AT, AT, 77L, 20, CHILD, 4, AT, AT, 77L, 20, 20, READER.party(), 20);
    }

    @Test
    void aScopeThatShowsNothingIsNotAsked() {
        Scope own = scope(Capacity.SELF, Set.of(), 3);
        ScopeSql sql = ScopeSql.page(List.of(own, scope(Capacity.GUARDIAN, Set.of())), READER, AFTER, 20);
        assertThat(words(sql)).doesNotContain("UNION");
        assertThat(bound(sql)).doesNotContain(CHILD);
    }

    @Test
    void whatWaitsIsEndedByALaterEventThatMayBeSeen() {
        ScopeSql sql = ScopeSql.waiting(List.of(scope(Capacity.GUARDIAN, Set.of(), 4)), READER, 5);
        assertThat(words(sql))
                .contains("AND s.needs_action AND NOT EXISTS ( SELECT 1 FROM case_event_subject later")
                .contains("(later.class_id = ?) AND " + OTHER_UNPROTECTED.replace("s.other_id", "later.other_id"));
        Instant start = Cursor.START.occurredAt();
        assertThat(bound(sql)).containsExactly(CHILD, 4, start, start, Long.MAX_VALUE, 4, 5, 5, READER.party(), 5);
    }

    @Test
    void theEventsOfCasesAreOfThoseAlone() {
        ScopeSql sql = ScopeSql.ofCases(List.of(scope(Capacity.SELF, Set.of(), 3)), READER, List.of(41L, 42L), 7);
        assertThat(words(sql)).contains("AND s.case_id IN (?, ?)");
        Instant start = Cursor.START.occurredAt();
        assertThat(bound(sql))
                .containsExactly(READER.party(), 3, start, start, Long.MAX_VALUE, 41L, 42L, 7, 7, READER.party(), 7);
    }

    @Test
    void theUnreadAreCountedAmongTheNewest() {
        ScopeSql sql = ScopeSql.unread(List.of(scope(Capacity.SELF, Set.of(), 3)), READER, 200);
        assertThat(words(sql))
                .startsWith("SELECT COUNT(*) AS unread FROM (")
                .endsWith("ON r.party_id = ? AND r.event_id = n.event_id WHERE r.read_at IS NULL");
        assertThat(bound(sql)).endsWith(200, READER.party());
        assertThat(bound(sql)).startsWith(READER.party(), 3);
    }

    @Test
    void theProtectionOfTheOtherIsHeededOfOthersAndOfWhatIsThePartysAlone() {
        Scope own = scope(Capacity.SELF, Set.of(9), 3, 9);
        assertThat(own.heedsOther(3)).isFalse();
        assertThat(own.heedsOther(9)).isTrue();
        assertThat(scope(Capacity.PROXY, Set.of(), 3).heedsOther(3)).isTrue();
        assertThat(own.logName()).isEqualTo("scope@3");
        assertThat(own.isEmpty()).isFalse();
    }

    @Test
    void aViewerIsNamedByAnId() {
        assertThat(READER.logName()).isEqualTo("party:1");
        assertThat(new Viewer.Staff("7").logName()).isEqualTo("staff:7");
        assertThat(new Viewer.Source("skola").logName()).isEqualTo("source:skola");
        assertThat(new Viewer.Anonymous().logName()).isEqualTo("anonymous");
    }
}
