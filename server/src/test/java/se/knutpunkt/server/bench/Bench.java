package se.knutpunkt.server.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.knutpunkt.server.RunningLauncher;

/** Entry point of {@code ./bench NAME}: one line a figure, {@code area.figure value unit}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 1 || arguments.length > 1 && arguments[0].equals("hub") ? arguments[0] : "";
        switch (name) {
            case "hub" -> hub(List.of(arguments).subList(1, arguments.length));
            case "eforms" -> EformsBench.run(Bench::print);
            case "pages" -> PagesBench.run(Bench::print);
            case "login" -> LoginBench.run(Bench::print);
            case "profile" -> LoginProfile.run(Bench::print);
            default -> {
                System.err.println("./bench hub [--small | EVENTS...] | eforms | login | pages | profile");
                System.exit(2);
            }
        }
        // the launcher is stopped by a hook
        System.exit(0);
    }

    private static void hub(List<String> arguments) throws Exception {
        if (arguments.equals(List.of("--small"))) {
            HubBench.run(List.of(10_000L, 100_000L), true, Bench::print);
        } else if (arguments.isEmpty()) {
            HubBench.run(List.of(10_000L, 1_000_000L, 10_000_000L), false, Bench::print);
        } else {
            HubBench.run(arguments.stream().map(Long::valueOf).sorted().toList(), false, Bench::print);
        }
    }

    private static void print(String figure, double value, String unit) {
        System.out.printf(java.util.Locale.ROOT, "%s %.2f %s%n", figure, value, unit);
    }

    /** The product on a new database, started. */
    static RunningLauncher launcher(Map<String, String> environment) {
        return started(RunningLauncher.alone("bench-data", environment(environment)));
    }

    /** The demo compiles for a quick start, here for a long run. */
    static Map<String, String> environment(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KNUTPUNKT_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 " + System.getProperty("bench.java", ""));
        return all;
    }

    static RunningLauncher started(RunningLauncher launcher) {
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop));
        launcher.start();
        return launcher;
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Takes a figure. */
    interface Printer {
        void print(String figure, double value, String unit);
    }
}
