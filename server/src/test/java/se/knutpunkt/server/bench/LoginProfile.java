package se.knutpunkt.server.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import se.knutpunkt.server.RunningLauncher;

/**
 * Where the time of an accepted response goes: samples of the server's threads while they are in {@code AcsServlet}, by
 * the innermost part that is known by name. Nothing but responses that are accepted is posted.
 */
final class LoginProfile {
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final Path RECORDING = Path.of("target", "bench-login.jfr").toAbsolutePath();
    private static final int ROUNDS = 10;
    private static final int SEE_OTHER = 303;

    /** Known by class and method; of a sample the innermost frame that is any of them counts. */
    private static final Map<String, Pattern> PARTS = new LinkedHashMap<>();

    static {
        part("rsa-private", "sun\\.security\\.rsa\\.RSACore\\.crtCrypt");
        part("schema", ".*\\.saml\\.RawResponse\\.refuseOtherThanSchema");
        part("parse", ".*\\.saml\\.OpenSaml\\.parse");
        part("tree", ".*\\.saml\\.RawResponse\\.(refuseDeep|isShallow|refuseComments|refuseDuplicateIds)");
        part("unmarshal", ".*\\.saml\\.OpenSaml\\.read");
        part("decode", ".*\\.saml\\.RawResponse\\.decode");
        part("signature", ".*\\.saml\\.Signatures\\..*");
        part("decryption", ".*\\.saml\\.Decryption\\.open");
        part("checks", ".*\\.saml\\.(Check|Attributes|Providers)\\..*");
        part("requests", ".*\\.saml\\.ResponseReader\\.(useUp|lambda\\$accept\\$.*)");
        part("person-and-login", ".*\\.login\\.Arrival\\..*");
        part("log", "java\\.util\\.logging\\.Logger\\.log");
        part("form", ".*\\.page\\.Visit\\.values");
        part("other", ".*\\.login\\.AcsServlet\\.post");
    }

    private LoginProfile() {}

    static void run(Bench.Printer printer) throws Exception {
        // samples also between the places where the machine may stop a thread
        System.setProperty(
                "bench.java",
                System.getProperty("bench.java", "") + " -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints"
                        + " -XX:FlightRecorderOptions=stackdepth=256");
        RunningLauncher launcher = Bench.launcher(Map.of());
        LoginBench bench = new LoginBench(launcher);
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            bench.millis(List.of(bench.response()), SEE_OTHER);
        }
        ProcessHandle server = child(launcher, "java");
        CpuTime java = new CpuTime(List.of(server));
        CpuTime database = new CpuTime(List.of(child(launcher, "mariadbd")));
        jcmd(server, "JFR.start", "name=login", "settings=profile");
        long ofJava = 0;
        long ofDatabase = 0;
        int posted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<HttpRequest> responses = bench.responses();
            long javaBefore = java.nanos();
            long databaseBefore = database.nanos();
            bench.millis(responses, SEE_OTHER);
            ofJava += java.nanos() - javaBefore;
            ofDatabase += database.nanos() - databaseBefore;
            posted += responses.size();
        }
        jcmd(server, "JFR.dump", "name=login", "filename=" + RECORDING);
        printer.print("login.profile.server.cpu", ofJava / 1e6 / posted, "ms");
        printer.print("login.profile.database.cpu", ofDatabase / 1e6 / posted, "ms");
        Map<String, Integer> samples = samples();
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        printer.print("login.profile.samples", all, "samples");
        samples.forEach((part, count) -> printer.print("login.profile." + part, 100.0 * count / all, "%"));
    }

    private static void part(String name, String frame) {
        PARTS.put(name, Pattern.compile(frame));
    }

    private static Map<String, Integer> samples() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        PARTS.keySet().forEach(part -> counts.put(part, 0));
        try (RecordingFile recording = new RecordingFile(RECORDING)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    List<String> frames = new ArrayList<>();
                    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                        frames.add(frame.getMethod().getType().getName() + "."
                                + frame.getMethod().getName());
                    }
                    count(frames, counts);
                }
            }
        }
        return counts;
    }

    private static void count(List<String> frames, Map<String, Integer> counts) {
        if (frames.stream().noneMatch(PARTS.get("other").asMatchPredicate())) {
            return;
        }
        for (String frame : frames) {
            for (Map.Entry<String, Pattern> part : PARTS.entrySet()) {
                if (part.getValue().matcher(frame).matches()) {
                    counts.merge(part.getKey(), 1, Integer::sum);
                    return;
                }
            }
        }
    }

    private static ProcessHandle child(RunningLauncher launcher, String program) {
        return launcher.handle()
                .descendants()
                .filter(one -> one.info().command().orElse("").endsWith("/" + program))
                .findFirst()
                .orElseThrow();
    }

    private static void jcmd(ProcessHandle process, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(RECORDING.getParent());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(arguments));
        Process jcmd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + String.join(" ", arguments) + " failed");
        }
    }
}
