package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.knutpunkt.server.bench.BenchEvents;
import se.knutpunkt.server.bench.KeptConnection;

/**
 * Source systems signal while the portal, or the database, is killed at moments drawn by lot. Every event that was
 * answered with a 2xx is there when all is up again, exactly once, and nothing is there that nobody sent; what got no
 * answer is sent again, as a source does, and then it is there once too.
 *
 * <p>{@code -Dkills=100 -Dkills.database=20} for the long proof, {@code -Dkills.seed} for a repetition.
 */
class KillST {
    private static final int OF_PORTAL = Integer.getInteger("kills", 1);
    private static final int OF_DATABASE = Integer.getInteger("kills.database", 1);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int SOURCES = 4;
    private static final int LARGEST_BATCH = 100;
    private static final int LEAST_MILLIS = 300;
    private static final int MOST_MILLIS = 3000;

    private final RunningLauncher launcher = RunningLauncher.shared();
    private final String run = "kill-" + Long.toString(System.currentTimeMillis(), 36);

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void keepsEveryAcknowledgedEventOnceThroughKills() throws Exception {
        System.out.printf("-Dkills=%d -Dkills.database=%d -Dkills.seed=%d%n", OF_PORTAL, OF_DATABASE, SEED);
        Random random = new Random(SEED);
        List<Boolean> kills = new ArrayList<>();
        IntStream.range(0, OF_PORTAL).forEach(i -> kills.add(false));
        IntStream.range(0, OF_DATABASE).forEach(i -> kills.add(true));
        java.util.Collections.shuffle(kills, random);
        List<Source> sources = IntStream.range(0, SOURCES).mapToObj(Source::new).toList();
        for (boolean ofDatabase : kills) {
            signalUntilKilled(sources, ofDatabase, LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
            assertThat(stored()).as("acknowledged before the kill").containsAllEntriesOf(acknowledged(sources));
        }
        for (Source source : sources) {
            source.sendAgain();
        }

        Map<String, Integer> acknowledged = acknowledged(sources);
        assertThat(acknowledged).hasSizeGreaterThan(kills.size());
        assertThat(stored()).isEqualTo(acknowledged);
        System.out.println(kills.size() + " kills, " + acknowledged.size() + " events, each there once");
    }

    private void signalUntilKilled(List<Source> sources, boolean ofDatabase, int millis) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SOURCES);
        List<Future<?>> all = new ArrayList<>();
        for (Source source : sources) {
            all.add(pool.submit(source::signalUntilRefused));
        }
        Thread.sleep(millis);
        if (ofDatabase) {
            launcher.handle()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                    .forEach(ProcessHandle::destroyForcibly);
        } else {
            launcher.kill(true);
        }
        for (Future<?> one : all) {
            one.get(2, TimeUnit.MINUTES);
        }
        pool.shutdown();
        launcher.stop();
        launcher.start();
    }

    /** How often each event of this run is stored. */
    private Map<String, Integer> stored() throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        try (Connection database = launcher.database();
                PreparedStatement query =
                        database.prepareStatement("SELECT e.external_id, COUNT(s.event_id) AS subjects"
                                + " FROM case_event e LEFT JOIN case_event_subject s ON s.event_id = e.id"
                                + " WHERE e.source = 'demo-verksamhet' AND e.external_id LIKE ? GROUP BY e.id")) {
            query.setString(1, run + "%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.merge(rows.getString(1), rows.getInt(2), Integer::sum);
                }
            }
        }
        return stored;
    }

    private static Map<String, Integer> acknowledged(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.acknowledged.stream())
                .collect(Collectors.toMap(id -> id, id -> 1));
    }

    /** A source that signals one event or a batch at a time, and remembers what was not answered. */
    private final class Source {
        private final int number;
        private final SplittableRandom random;
        private final List<String> acknowledged = new ArrayList<>();
        private List<String> unanswered = List.of();
        private int sent;

        Source(int number) {
            this.number = number;
            this.random = new SplittableRandom(SEED + number);
        }

        Void signalUntilRefused() {
            try (KeptConnection connection = new KeptConnection(launcher)) {
                while (true) {
                    if (unanswered.isEmpty()) {
                        int size = random.nextBoolean() ? 1 : 1 + random.nextInt(LARGEST_BATCH);
                        unanswered = IntStream.range(0, size)
                                .mapToObj(i -> run + "-" + number + "-" + sent++)
                                .toList();
                    }
                    send(connection);
                }
            } catch (IOException | IllegalStateException killed) {
                // a 5xx while the database is gone is no promise either
                return null;
            }
        }

        void sendAgain() throws IOException {
            if (!unanswered.isEmpty()) {
                try (KeptConnection connection = new KeptConnection(launcher)) {
                    send(connection);
                }
            }
        }

        private void send(KeptConnection connection) throws IOException {
            String events = unanswered.stream().map(this::event).collect(Collectors.joining(","));
            if (unanswered.size() == 1) {
                connection.post(Api.ONE, events);
            } else {
                connection.post(Api.BATCH, "[" + events + "]");
            }
            acknowledged.addAll(unanswered);
            unanswered = List.of();
        }

        private String event(String id) {
            // a few cases and persons for all, so that they meet in the same rows
            int one = Math.floorMod(id.hashCode(), 7);
            return BenchEvents.of(BenchEvents.PERSONS.get(one), id, run + "-" + one, BenchEvents.AT);
        }
    }
}
