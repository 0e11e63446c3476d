package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.Letter;
import se.knutpunkt.hub.deadletter.LetterAttempt;
import se.knutpunkt.hub.deadletter.LetterClaim;
import se.knutpunkt.hub.deadletter.LetterCount;
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.deadletter.LetterFilter;
import se.knutpunkt.hub.deadletter.LetterState;
import se.knutpunkt.hub.deadletter.LetterStep;
import se.knutpunkt.hub.deadletter.LetterUpkeep;
import se.knutpunkt.hub.deadletter.LetterWork;
import se.knutpunkt.hub.deadletter.LetterWorks;
import se.knutpunkt.hub.deadletter.NewLetter;
import se.knutpunkt.hub.deadletter.OpenLetter;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.source.Verdict;

/** Dead letters as they are stored. Each test has a source of its own. */
class DeadLettersIT extends ContainerTest {
    private static final String SECRET = "Hemlig rubrik om 198003202390";

    @EJB
    DeadLetters letters;

    @EJB
    LetterWorks works;

    @EJB
    LetterUpkeep upkeep;

    @EJB
    StaffMembers staff;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void aRepetitionCountsUpAndNothingOfTheDocumentLiesOpen() throws SQLException {
        NewLetter letter = letter("a", Verdict.INVALID);
        letters.keep("it-upprepad", List.of(letter, letter, letter("b", Verdict.CONFLICT)));
        letters.keep("it-upprepad", List.of(letter));

        List<Letter> kept = letters.list(of("it-upprepad"), null, 10);
        assertThat(kept)
                .extracting(Letter::externalId, Letter::seen)
                .containsExactlyInAnyOrder(tuple("a", 3L), tuple("b", 1L));
        assertThat(letters.waiting())
                .contains(
                        new LetterCount("it-upprepad", Verdict.INVALID, 1, 3),
                        new LetterCount("it-upprepad", Verdict.CONFLICT, 1, 1));
        StaffId by = manager();
        OpenLetter open = letters.open(idOf("it-upprepad", "a"), by).orElseThrow();
        assertThat(open.document()).contains(SECRET);
        assertThat(open.faults()).containsExactly(new LetterFault("/data/x", "fel"));
        LetterClaim claim = letters.claim(open.letter().id()).orElseThrow();
        letters.settle(claim, refused(SECRET + " rättad"), by);
        letters.purge(idOf("it-upprepad", "b"), SECRET + " skäl", by);

        assertThat(dump()).contains("it-upprepad").doesNotContain(SECRET.substring(0, 10), "198003202390", "/data/x");
        assertThat(number("SELECT COUNT(*) FROM access_log WHERE what = 'dead-letter:"
                        + open.letter().id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDocumentThatIsTooLargeIsCountedAndNotKept() throws SQLException {
        NewLetter large = new NewLetter(
                Verdict.INVALID, "stor", "KUL", "\"" + "x".repeat(2 * 1_048_576) + "\"", false, List.of());
        letters.keep("it-stor", List.of(large, letter("liten", Verdict.INVALID)));
        upkeep.write();

        assertThat(letters.list(of("it-stor"), null, 10))
                .extracting(Letter::externalId)
                .containsExactly("liten");
        assertThat(letters.over(LocalDate.EPOCH)).containsEntry("it-stor", 1L);
    }

    @Test
    void ofManyHandsAtOnceOneReplaysALetter() throws Exception {
        letters.keep("it-hander", List.of(letter("a", Verdict.INVALID)));
        long id = idOf("it-hander", "a");
        StaffId by = manager();
        List<LetterClaim> claims = atOnce(8, () -> letters.claim(id).orElse(null));

        assertThat(claims).hasSize(1);
        assertThat(letters.purge(id, "ivägen", by))
                .as("while it is being replayed")
                .isFalse();
        Taken taken = new Taken(UUID.randomUUID().toString(), false);
        List<Boolean> settled = atOnce(
                4,
                () -> letters.settle(claims.get(0), new LetterAttempt(null, taken, null, List.of()), by) ? true : null);
        assertThat(settled).hasSize(1);
        assertThat(letters.claim(id)).isEmpty();
        OpenLetter open = letters.open(id, by).orElseThrow();
        assertThat(open.letter().state()).isEqualTo(LetterState.REPLAYED);
        assertThat(open.letter().eventId()).isEqualTo(taken.eventId());
        assertThat(open.steps()).extracting(LetterStep::what).containsExactly(LetterStep.What.TAKEN);

        letters.keep("it-hander", List.of(letter("a", Verdict.INVALID)));
        assertThat(letters.count(of("it-hander")))
                .as("refused anew: a letter of its own")
                .isEqualTo(2);
    }

    @Test
    void aHandThatDiedGivesItsLetterUpAndCanNoLongerSettleIt() throws SQLException {
        letters.keep("it-dod", List.of(letter("a", Verdict.INVALID)));
        long id = idOf("it-dod", "a");
        LetterClaim dead = letters.claim(id).orElseThrow();
        change("UPDATE dead_letter SET claimed_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = " + id);

        LetterClaim other = letters.claim(id).orElseThrow();

        assertThat(letters.settle(dead, refused("sen"), manager())).isFalse();
        assertThat(letters.settle(other, refused("i tid"), manager())).isTrue();
        OpenLetter open = letters.open(id, manager()).orElseThrow();
        assertThat(open.draft()).isEqualTo("i tid");
        assertThat(open.draftKind()).isEqualTo(Verdict.UNKNOWN_CASE_TYPE);
        assertThat(open.document()).as("as it was sent").contains(SECRET);
        assertThat(open.steps()).hasSize(1);
    }

    @Test
    void workIsDoneOnceByManyHandsAndGoesOnAfterOneDied() throws SQLException {
        letters.keep(
                "it-manga",
                IntStream.range(0, 25)
                        .mapToObj(i -> letter("m" + i, Verdict.UNKNOWN_CASE_TYPE))
                        .toList());
        letters.keep("it-manga", List.of(letter("annan", Verdict.INVALID)));
        StaffId by = manager();
        LetterFilter filter =
                new LetterFilter("it-manga", Verdict.UNKNOWN_CASE_TYPE, "", "", LetterState.WAITING, null, null);
        LetterWorks.Preview preview = works.preview(filter);
        assertThat(preview.letters()).isEqualTo(25);
        letters.keep("it-manga", List.of(letter("senare", Verdict.UNKNOWN_CASE_TYPE)));

        // not asked by the timer: a work whose lease is taken at once belongs to this test
        long work = works.ask(LetterWork.What.PURGE, filter, preview.lastId(), "prov", by);
        long limit = System.nanoTime() + 60_000_000_000L;
        LetterWork told = work(work);
        while (told.done() == null && System.nanoTime() < limit) {
            works.next(10).ifPresent(group -> {
                if (group.letters().isEmpty()) {
                    works.finish(group);
                } else {
                    works.purge(group);
                    assertThat(works.purge(group)).as("the lease is gone").isFalse();
                }
            });
            told = work(work);
        }

        assertThat(told.done()).isNotNull();
        assertThat(told.letters()).isEqualTo(25);
        assertThat(told.results()).isEqualTo(Map.of(LetterStep.What.PURGED, 25L));
        assertThat(letters.list(of("it-manga").in(LetterState.WAITING), null, 50))
                .extracting(Letter::externalId)
                .containsExactly("senare", "annan");
        assertThat(number("SELECT COUNT(*) FROM dead_letter WHERE source = 'it-manga' AND document_sealed IS NOT NULL"))
                .isEqualTo(2);
    }

    @Test
    void theListGoesPageByPageAndByEachFilter() {
        letters.keep(
                "it-sidor",
                IntStream.range(0, 5)
                        .mapToObj(i -> letter("s" + i, i % 2 == 0 ? Verdict.INVALID : Verdict.CONFLICT))
                        .toList());
        List<Letter> first = letters.list(of("it-sidor"), null, 3);
        List<Letter> rest = letters.list(of("it-sidor"), first.get(2).id(), 3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);

        Instant future = Instant.now().plusSeconds(3600);
        assertThat(letters.count(new LetterFilter("it-sidor", Verdict.CONFLICT, "", "", null, null, null)))
                .isEqualTo(2);
        assertThat(letters.count(new LetterFilter("it-sidor", null, "KUL", "", null, null, future)))
                .isEqualTo(5);
        assertThat(letters.count(new LetterFilter("it-sidor", null, "BYGG", "", null, null, null)))
                .isZero();
        assertThat(letters.count(new LetterFilter("it-sidor", null, "", "s3", null, null, null)))
                .isEqualTo(1);
        assertThat(letters.count(new LetterFilter("it-sidor", null, "", "", null, future, null)))
                .isZero();
    }

    @Test
    void theSweepPurgesWhatIsOldAndForgetsItInTheEnd() throws SQLException {
        letters.keep("it-gammal", List.of(letter("a", Verdict.INVALID), letter("b", Verdict.INVALID)));
        long old = idOf("it-gammal", "a");
        change("UPDATE dead_letter SET last_at = UTC_TIMESTAMP(6) - INTERVAL 91 DAY WHERE id = " + old);

        upkeep.sweep();

        OpenLetter open = letters.open(old, manager()).orElseThrow();
        assertThat(open.letter().state()).isEqualTo(LetterState.PURGED);
        assertThat(open.document()).isEmpty();
        assertThat(open.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.by()).isEmpty());
        assertThat(letters.count(of("it-gammal").in(LetterState.WAITING))).isEqualTo(1);
        change("UPDATE dead_letter SET closed_at = UTC_TIMESTAMP(6) - INTERVAL 731 DAY WHERE id = " + old);
        upkeep.sweep();
        assertThat(letters.open(old, manager())).isEmpty();
    }

    private LetterWork work(long id) {
        return works.latest(20).stream()
                .filter(work -> work.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private StaffId manager() {
        return staff.register("https://idp.example", "brev@alvstad.example", "Brev Demostad");
    }

    private static NewLetter letter(String id, Verdict kind) {
        return new NewLetter(
                kind,
                id,
                "KUL",
                "{\"id\":\"" + id + "\",\"rubrik\":\"" + SECRET + "\"}",
                false,
                List.of(new LetterFault("/data/x", "fel")));
    }

    private static LetterAttempt refused(String edited) {
        return new LetterAttempt(edited, null, Verdict.UNKNOWN_CASE_TYPE, List.of(new LetterFault("/data/x", "okänd")));
    }

    private static LetterFilter of(String source) {
        return new LetterFilter(source, null, "", "", null, null, null);
    }

    private long idOf(String source, String externalId) {
        return letters.list(new LetterFilter(source, null, "", externalId, null, null, null), null, 1)
                .get(0)
                .id();
    }

    /** What each hand got, but for nothing. */
    private static <T> List<T> atOnce(int hands, Callable<@Nullable T> what) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(hands);
        try {
            List<T> got = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(Collections.nCopies(hands, what))) {
                T result = one.get();
                if (result != null) {
                    got.add(result);
                }
            }
            return got;
        } finally {
            threads.shutdown();
        }
    }

    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("dead_letter", "dead_letter_step", "dead_letter_work", "dead_letter_over")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(text(rows.getObject(i))).append('\n');
                        }
                    }
                }
            }
        }
        return all.toString();
    }

    private static String text(@Nullable Object value) throws SQLException {
        byte[] bytes = value instanceof Blob blob
                ? blob.getBytes(1, Math.toIntExact(blob.length()))
                : value instanceof byte[] plain ? plain : null;
        return bytes == null ? String.valueOf(value) : new String(bytes, StandardCharsets.UTF_8);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
