package se.knutpunkt.server.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import se.knutpunkt.server.FormBrowser;
import se.knutpunkt.server.RunningLauncher;

/**
 * The processor time of a page, server and database together, against a bare stateless Faces page with as many inputs
 * on the same server in the same run.
 */
final class PagesBench {
    private static final Path FLOOR = Path.of("target", "bench-floor").toAbsolutePath();
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final int MOST_INPUTS = 40;
    private static final int ROUNDS = 15;
    private static final int REQUESTS = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CpuTime cpu;

    private PagesBench(RunningLauncher launcher) {
        this.cpu = new CpuTime(launcher.handle().descendants().toList());
    }

    /** A page, and the floor that has as many inputs. */
    private record Pair(String name, int inputs, HttpRequest page, HttpRequest floor) {}

    static void run(Bench.Printer printer) throws Exception {
        BarePages.write(FLOOR, MOST_INPUTS);
        RunningLauncher launcher =
                Bench.launcher(Map.of("KNUTPUNKT_PAYARA_OPTIONS", "--deploy " + FLOOR.resolve("bare.war")));
        FormBrowser visitor = new FormBrowser(launcher.address());
        FormBrowser.Answer service = visitor.open("/e-tjanster/anmal-nedskrapning");
        FormBrowser.Answer form = visitor.submit(service.form("[method=post]:has(input[name=_token])"), Map.of());
        FormBrowser citizen = new FormBrowser(launcher.address());
        FormBrowser.Answer list = citizen.logIn("/mina-sidor", "196006172818");
        new PagesBench(launcher)
                .measure(List.of(pair("pages.form", visitor, form), pair("pages.minasidor", citizen, list)), printer);
    }

    private static Pair pair(String name, FormBrowser browser, FormBrowser.Answer at) {
        int inputs = inputs(at.page());
        if (at.status() != 200 || inputs == 0) {
            throw new IllegalStateException(
                    name + " is not the page it should be: " + at.page().text());
        }
        return new Pair(name, inputs, browser.request(at.address().getPath()), browser.request(BarePages.path(inputs)));
    }

    private static int inputs(Document page) {
        return page.select("input:not([type=hidden]), textarea, select").size();
    }

    private void measure(List<Pair> pairs, Bench.Printer printer) throws IOException, InterruptedException {
        warmUp(pairs);
        for (Pair pair : pairs) {
            List<Double> pages = new ArrayList<>();
            List<Double> floors = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double floor = millis(pair.floor(), REQUESTS);
                double page = millis(pair.page(), REQUESTS);
                pages.add(page);
                floors.add(floor);
                ratios.add(page / floor);
            }
            printer.print(pair.name() + ".ratio", Bench.median(ratios), "x");
            printer.print(pair.name() + ".cpu", Bench.median(pages), "ms");
            printer.print(pair.name() + ".floor", Bench.median(floors), "ms");
            printer.print(pair.name() + ".inputs", pair.inputs(), "inputs");
        }
    }

    /** As many at a time as there are processors: a compiler that is still at work is counted in every figure. */
    private void warmUp(List<Pair> pairs) throws InterruptedException {
        int visitors = Runtime.getRuntime().availableProcessors();
        long warm = System.nanoTime() + WARM_UP.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(visitors);
        List<Future<?>> visits = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            visits.add(pool.submit(() -> {
                while (System.nanoTime() < warm) {
                    for (Pair pair : pairs) {
                        millis(pair.page(), 1);
                        millis(pair.floor(), 1);
                    }
                }
                return null;
            }));
        }
        pool.shutdown();
        for (Future<?> visit : visits) {
            try {
                visit.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** Processor milliseconds of one request, on the average. */
    private double millis(HttpRequest request, int times) throws IOException, InterruptedException {
        long before = cpu.nanos();
        for (int i = 0; i < times; i++) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " was answered " + answer.statusCode());
            }
        }
        return (cpu.nanos() - before) / 1e6 / times;
    }
}
