package se.knutpunkt.server.bench;

/** Entry point of {@code ./bench NAME}: one line a figure, {@code area.figure value unit}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 1 ? arguments[0] : "";
        switch (name) {
            case "pages" -> PagesBench.run(Bench::print);
            default -> {
                System.err.println("./bench pages");
                System.exit(2);
            }
        }
        // the launcher is stopped by a hook
        System.exit(0);
    }

    private static void print(String figure, double value, String unit) {
        System.out.printf(java.util.Locale.ROOT, "%s %.2f %s%n", figure, value, unit);
    }

    /** Takes a figure. */
    interface Printer {
        void print(String figure, double value, String unit);
    }
}
