package se.knutpunkt.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.server.RunningLauncher;

/** What lives on the server's heap, by the JDK's {@code jcmd}. */
final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private Heap() {}

    /** Megabytes of living objects; counting them collects the others first. */
    static double living(RunningLauncher launcher) throws IOException, InterruptedException {
        ProcessHandle server = launcher.handle()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(answer);
        if (jcmd.waitFor() != 0 || !total.find()) {
            throw new IllegalStateException("jcmd: " + answer);
        }
        return Long.parseLong(total.group(1)) / 1e6;
    }
}
