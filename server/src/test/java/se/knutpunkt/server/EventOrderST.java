package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.server.bench.BenchEvents;

/**
 * A case ends up the same whatever order its events come in, how often each comes, and whether two come at once: which
 * events are shown to whom, what stands in whose place, and what is known of the case. Through the public door, into the
 * real database.
 *
 * <p>{@code -Djqwik.tries.default=1000} for the long proof; jqwik prints the seed, {@code -Djqwik.seeds.whenfixed} and
 * its own file of failures repeat.
 */
class EventOrderST {
    private static final Instant DAY = Instant.parse("2026-11-01T10:00:00Z");
    private static final AtomicInteger TRY = new AtomicInteger();
    private static final String RUN = "order-" + Long.toString(System.currentTimeMillis(), 36);

    /** How long what was written at the same time may take to settle. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final RunningLauncher launcher = RunningLauncher.shared();
    private final Api api = new Api(launcher);

    /**
     * An event of the case.
     *
     * @param hour when it happened; several at the same time as a rule
     * @param person whose it is
     * @param main which main case it tells; 0 for none
     * @param names which event it replaces; null for none
     * @param decided when that was decided
     */
    record Happening(
            int hour,
            int person,
            int main,
            boolean asks,
            boolean done,
            boolean shown,
            @Nullable Integer names,
            boolean withdraws,
            int decided) {}

    /**
     * A case and a way for its events to come.
     *
     * @param coming places in the case, each at least once
     * @param sizes of the batches, in turn
     * @param atOnce every other batch comes at the same time as the one before
     */
    record World(List<Happening> events, List<Integer> coming, List<Integer> sizes, boolean atOnce) {}

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void anyOrderAndRepetitionEndsInTheSameState(@ForAll("worlds") World world) throws Exception {
        String series = RUN + "-" + TRY.incrementAndGet();
        for (int i = 0; i < world.events().size(); i++) {
            send(List.of(event(world.events(), i, series + "-a")));
        }
        List<List<String>> batches = batches(world, series + "-b");
        for (int i = 0; i < batches.size(); i++) {
            if (world.atOnce() && i + 1 < batches.size()) {
                List<String> beside = batches.get(i + 1);
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(beside));
                send(batches.get(i));
                sent.get();
                i++;
            } else {
                send(batches.get(i));
            }
        }

        List<String> expected = state(series + "-a");
        assertThat(expected).hasSize(1 + world.events().size());
        long limit = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!state(series + "-b").equals(expected) && System.currentTimeMillis() < limit) {
            Thread.sleep(500);
        }
        assertThat(state(series + "-b")).isEqualTo(expected);
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Happening> happening = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        either,
                        either,
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false)),
                        Arbitraries.integers().between(0, 6).injectNull(0.5),
                        Combinators.combine(either, Arbitraries.integers().between(0, 2))
                                .as(net.jqwik.api.Tuple::of))
                .as((hour, person, main, asks, done, shown, names, how) ->
                        new Happening(hour, person, main, asks, done, shown, names, how.get1(), how.get2()));
        return happening.list().ofMinSize(1).ofMaxSize(7).flatMap(events -> {
            List<Integer> places = IntStream.range(0, events.size()).boxed().toList();
            Arbitrary<List<Integer>> again = Arbitraries.of(places).list().ofMaxSize(events.size());
            Arbitrary<List<Integer>> coming = again.flatMap(more -> {
                List<Integer> all = new ArrayList<>(places);
                all.addAll(more);
                return Arbitraries.shuffle(all);
            });
            return Combinators.combine(
                            coming, Arbitraries.integers().between(1, 4).list().ofSize(events.size() * 2), either)
                    .as((order, sizes, atOnce) -> new World(events, order, sizes, atOnce));
        });
    }

    private static List<List<String>> batches(World world, String series) {
        List<List<String>> batches = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < world.coming().size(); i++) {
            int to = Math.min(world.coming().size(), from + world.sizes().get(i));
            batches.add(world.coming().subList(from, to).stream()
                    .map(place -> event(world.events(), place, series))
                    .toList());
            from = to;
        }
        return batches;
    }

    private static String event(List<Happening> all, int place, String series) {
        Happening one = all.get(place);
        try {
            ObjectNode event = (ObjectNode) Api.JSON.readTree(BenchEvents.of(
                    BenchEvents.PERSONS.get(one.person()),
                    series + "-" + place,
                    series,
                    DAY.plusSeconds(3600L * one.hour())));
            ObjectNode data = (ObjectNode) event.get("data");
            data.put("producentarendetKraverKundatgard", one.asks());
            data.put("producentarendetKlart", one.done());
            data.put("visasForMedborgaren", one.shown());
            if (one.main() > 0) {
                data.put("huvudarende", "HUVUD-" + one.main());
            }
            if (one.names() != null && one.names() != place) {
                data.putObject("ersatter")
                        .put("kundhandelseId", series + "-" + one.names())
                        .put("satt", one.withdraws() ? "ATERKALLELSE" : "RATTELSE")
                        .put("tidpunkt", DAY.plusSeconds(one.decided()).toString());
            }
            return event.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private void send(List<String> events) {
        Api.Answer answer = api.post(Api.BATCH, "[" + String.join(",", events) + "]");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat((ArrayNode) answer.json().get("results")).hasSize(events.size());
    }

    /** What all readers go by, but for our own ids and the series' own name. */
    private List<String> state(String series) throws SQLException {
        List<String> state = new ArrayList<>();
        try (Connection database = launcher.database()) {
            state.addAll(rows(
                    database,
                    "SELECT CONCAT_WS(' ', 'case', received_at, party_id, main_case_number) FROM case_file"
                            + " WHERE case_number = ?",
                    series));
            state.addAll(rows(
                    database,
                    "SELECT CONCAT_WS(' ', SUBSTRING_INDEX(e.external_id, '-', -1), s.party_id, s.occurred_at, s.shown,"
                            + " s.needs_action, e.done, 'by', SUBSTRING_INDEX(b.external_id, '-', -1), r.kind)"
                            + " FROM case_file c JOIN case_event e ON e.case_id = c.id"
                            + " JOIN case_event_subject s ON s.event_id = e.id"
                            + " LEFT JOIN event_replaced x ON x.event_id = e.id"
                            + " LEFT JOIN case_event b ON b.id = x.by_event_id"
                            + " LEFT JOIN event_replacement r ON r.event_id = e.id"
                            + " WHERE c.case_number = ? ORDER BY e.external_id",
                    series));
        }
        return state;
    }

    private static List<String> rows(Connection database, String sql, String value) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, value);
            List<String> rows = new ArrayList<>();
            try (ResultSet read = query.executeQuery()) {
                while (read.next()) {
                    rows.add(read.getString(1));
                }
            }
            return rows;
        }
    }
}
