package se.knutpunkt.server.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import se.knutpunkt.server.RunningLauncher;

/**
 * How many case events a second the hub takes, one by one and in batches of 100, against plain JDBC inserts of the same
 * rows into tables with the same indexes, in the same database and the same run; and what a citizen's list and a
 * source's question for changes cost, and what lives on the server's heap; in a hub of each size. Client, server and database share the processors. The hub is kept from run to run, since filling it
 * takes long.
 */
final class HubBench {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int BATCH = 100;

    private final RunningLauncher launcher;
    private final CpuTime cpu;
    private final PlainInserts floor;
    private final Duration turn;
    private final int rounds;
    /** Above that of any earlier run, since the hub is kept. */
    private final AtomicLong events = new AtomicLong(System.currentTimeMillis() * 1000);

    private HubBench(RunningLauncher launcher, boolean small) throws SQLException {
        this.launcher = launcher;
        this.cpu = new CpuTime(launcher.handle().descendants().toList());
        this.floor = new PlainInserts(launcher);
        this.turn = Duration.ofSeconds(small ? 2 : 3);
        this.rounds = 3;
    }

    /** @param small whether a quick look is enough */
    static void run(List<Long> sizes, boolean small, Bench.Printer printer) throws Exception {
        RunningLauncher launcher = Bench.started(RunningLauncher.kept(
                "bench-hub", Bench.environment(Map.of("KNUTPUNKT_DB_MEMORY", small ? "512M" : "4G"))));
        HubFiller filler = new HubFiller(launcher);
        HubBench intake = new HubBench(launcher, small);
        // the compilers need a minute of load and more on two processors: measured cold, an event costs three times as
        // much
        intake.run(32, Duration.ofSeconds(small ? 40 : 120), () -> intake.sender(1));
        intake.run(8, Duration.ofSeconds(small ? 15 : 45), () -> intake.sender(BATCH));
        HubScale scale = new HubScale(launcher);
        HubChanges changes = new HubChanges(launcher, scale, intake.events);
        Map<String, Double> first = Map.of();
        for (long size : sizes) {
            filler.fill(size);
            scale.awaitNumbers();
            String name = size % 1_000_000 == 0 ? size / 1_000_000 + "M" : size / 1000 + "k";
            Map<String, Double> costs = scale.measure(name, printer);
            if (first.isEmpty()) {
                first = costs;
            }
            for (Map.Entry<String, Double> cost : costs.entrySet()) {
                printer.print(
                        "hub.minasidor.growth." + name + "." + cost.getKey() + ".ratio",
                        cost.getValue() / first.get(cost.getKey()),
                        "x");
            }
            changes.measure(name, printer);
            printer.print("hub.heap." + name, Heap.living(launcher), "MB");
            intake.measure(name, printer);
        }
    }

    private void measure(String at, Bench.Printer printer) throws Exception {
        for (int size : List.of(1, BATCH)) {
            String name = (size == 1 ? "hub.intake.single." : "hub.intake.batch.") + at + ".";
            for (int connections : CONNECTIONS) {
                List<Double> rates = new ArrayList<>();
                List<Double> ratios = new ArrayList<>();
                List<Double> costs = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    double plain =
                            run(connections, turn, () -> floor.sender(size)).rate();
                    Turn taken = run(connections, turn, () -> sender(size));
                    rates.add(taken.rate());
                    costs.add(taken.cpu());
                    ratios.add(taken.rate() / plain);
                }
                printer.print(name + connections + ".ratio", Bench.median(ratios), "x");
                printer.print(name + connections + ".rate", Bench.median(rates), "events/s");
                printer.print(name + connections + ".cpu", Bench.median(costs), "ms/event");
            }
        }
    }

    /** Sends so many events in one request, and tells how many were kept. */
    private Sender sender(int size) throws IOException {
        KeptConnection connection = new KeptConnection(launcher);
        return new Sender() {
            @Override
            public int send() throws IOException {
                String body = size == 1 ? BenchEvents.one(events.incrementAndGet()) : BenchEvents.many(events, size);
                connection.post(
                        size == 1 ? "application/cloudevents+json" : "application/cloudevents-batch+json", body);
                return size;
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** What came of a turn: events a second, and processor milliseconds of server and database an event. */
    private record Turn(double rate, double cpu) {}

    /** One that sends, over a connection of its own. */
    interface Sender extends AutoCloseable {
        int send() throws Exception;
    }

    private Turn run(int connections, Duration time, Callable<Sender> senders) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        List<Sender> all = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                all.add(senders.call());
            }
            long before = cpu.nanos();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (Sender sender : all) {
                counts.add(pool.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        count += sender.send();
                    }
                    return count;
                }));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return new Turn(sum * 1e9 / (System.nanoTime() - start), (cpu.nanos() - before) / 1e6 / sum);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdownNow();
            for (Sender sender : all) {
                sender.close();
            }
        }
    }
}
