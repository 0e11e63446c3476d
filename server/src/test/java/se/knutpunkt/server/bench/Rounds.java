package se.knutpunkt.server.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.server.RunningLauncher;

/** The same request again and again: processor time of server and database, how long it takes, and rows read for it. */
final class Rounds {
    private static final int ROUNDS = 9;
    private static final int REQUESTS = 40;

    private final RunningLauncher launcher;
    private final CpuTime cpu;

    Rounds(RunningLauncher launcher) {
        this.launcher = launcher;
        this.cpu = new CpuTime(launcher.handle().descendants().toList());
    }

    /** Sends the request and fails unless it is answered as it should be. */
    interface Request {
        void send() throws Exception;
    }

    /** Prints what one request costs; answers its processor time in milliseconds. */
    double measure(String figure, Request request, Bench.Printer printer) throws Exception {
        List<Double> costs = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        long rows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpu.nanos();
            long read = rowsRead();
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                request.send();
                waits.add((System.nanoTime() - start) / 1e6);
            }
            costs.add((cpu.nanos() - before) / 1e6 / REQUESTS);
            rows = (rowsRead() - read) / REQUESTS;
        }
        printer.print(figure + ".cpu", Bench.median(costs), "ms");
        printer.print(figure + ".p50", percentile(waits, 50), "ms");
        printer.print(figure + ".p95", percentile(waits, 95), "ms");
        printer.print(figure + ".rows", (double) rows, "rows read");
        return Bench.median(costs);
    }

    private static double percentile(List<Double> figures, int percent) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private long rowsRead() throws SQLException {
        return launcher.number("SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN"
                + " ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_LAST', 'HANDLER_READ_NEXT',"
                + " 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT')");
    }
}
