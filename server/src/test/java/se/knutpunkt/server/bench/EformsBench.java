package se.knutpunkt.server.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import se.knutpunkt.server.FormBrowser;
import se.knutpunkt.server.RunningLauncher;

/**
 * What forms cost, server and database together: the first page against a static Faces page with as many inputs, a posted
 * step of large forms against one of a small form with as many fields on the page, and a whole submission with its PDF.
 */
final class EformsBench {
    private static final Path FLOOR = Path.of("target", "bench-floor").toAbsolutePath();
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int MOST_INPUTS = 60;
    private static final int ROUNDS = 11;
    private static final int REQUESTS = 40;
    private static final int SUBMISSIONS = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningLauncher launcher;
    private final CpuTime cpu;
    private final Bench.Printer printer;

    private EformsBench(RunningLauncher launcher, Bench.Printer printer) {
        this.launcher = launcher;
        this.cpu = new CpuTime(launcher.handle().descendants().toList());
        this.printer = printer;
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** A begun form with the page that is measured. */
    private record Draft(FormBrowser browser, FormBrowser.Answer page) {}

    static void run(Bench.Printer printer) throws Exception {
        BarePages.write(FLOOR, MOST_INPUTS);
        RunningLauncher launcher =
                Bench.launcher(Map.of("KNUTPUNKT_PAYARA_OPTIONS", "--deploy " + FLOOR.resolve("bare.war")));
        new EformsBench(launcher, printer).measure();
    }

    private void publish() {
        FormBrowser editor = new FormBrowser(launcher.address());
        editor.logIn("/redaktor/importera", "redaktor");
        for (int fields : List.of(8, 10, 100, 500, 1000)) {
            publish(editor, "matning-" + fields, BenchForms.fields(fields, 0));
        }
        publish(editor, "matning-regler", BenchForms.fields(500, 300));
        publish(editor, "matning-rader", BenchForms.rows(200));
    }

    /** Imports and publishes a form, as an editor does; what its compiling costs is in it. */
    private void publish(FormBrowser editor, String slug, ObjectNode form) {
        long before = cpu.nanos();
        FormBrowser.Answer page = editor.open("/redaktor/importera");
        FormBrowser.Answer imported =
                editor.submit(page.form(":has(textarea[name=json])"), Map.of("json", BenchForms.json(slug, form)));
        FormBrowser.Answer published = editor.submit(imported.form("[action*=publicera]"), Map.of());
        if (published.status() != 200 || !published.page().text().contains("publicerad")) {
            throw new IllegalStateException(slug + ": " + published.page().text());
        }
        printer.print("eforms.publish." + slug.replace("matning-", "") + ".cpu", (cpu.nanos() - before) / 1e6, "ms");
    }

    private void measure() throws IOException, InterruptedException {
        publish();
        Draft first = begin("matning-10");
        int inputs = inputs(first.page().page());
        HttpRequest firstPage = first.browser().request(first.page().address().getPath());
        HttpRequest floor = first.browser().request(BarePages.path(inputs));
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("floor", () -> get(floor));
        steps.put("firstpage", () -> get(firstPage));
        for (String form : List.of("10", "100", "500", "1000", "regler")) {
            steps.put("step." + form, post(filled("matning-" + form)));
        }
        Draft rows = begin("matning-rader");
        HttpRequest rowsPage = rows.browser().request(rows.page().address().getPath());
        steps.put("rows.page", () -> get(rowsPage));
        steps.put("rows.step", post(rows));
        steps.put("submission", this::submit);
        warmUp(steps);
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                int times = step.getKey().equals("submission") ? SUBMISSIONS : REQUESTS;
                costs.computeIfAbsent(step.getKey(), name -> new ArrayList<>()).add(millis(step.getValue(), times));
            }
        }
        costs.forEach((name, millis) -> printer.print("eforms." + name + ".cpu", Bench.median(millis), "ms"));
        printer.print("eforms.firstpage.ratio", ratio(costs, "floor", "firstpage"), "x of the floor's throughput");
        printer.print("eforms.step100.ratio", ratio(costs, "step.100", "step.10"), "x");
        printer.print("eforms.step500.ratio", ratio(costs, "step.regler", "step.10"), "x");
        printer.print("eforms.step1000.ratio", ratio(costs, "step.1000", "step.10"), "x");
    }

    private static double ratio(Map<String, List<Double>> costs, String over, String under) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(costs.get(over).get(round) / costs.get(under).get(round));
        }
        return Bench.median(ratios);
    }

    private static int inputs(Document page) {
        return page.select("input:not([type=hidden]), textarea, select").size();
    }

    private Draft begin(String slug) {
        FormBrowser browser = new FormBrowser(launcher.address());
        FormBrowser.Answer service = browser.open("/e-tjanster/" + slug);
        FormBrowser.Answer page = browser.submit(service.form("[method=post]:has(input[name=_token])"), Map.of());
        if (page.status() != 200 || inputs(page.page()) == 0) {
            throw new IllegalStateException(
                    slug + " cannot be begun: " + page.page().text());
        }
        return new Draft(browser, page);
    }

    /** Begun and filled in on every page; the page in the middle is the one that is posted. */
    private Draft filled(String slug) {
        Draft draft = begin(slug);
        List<FormBrowser.Answer> pages = new ArrayList<>();
        FormBrowser.Answer page = draft.page();
        while (!page.page().select("form.step").isEmpty()) {
            pages.add(page);
            page = draft.browser().submit(page.form(".step"), values(page.page()));
        }
        FormBrowser.Answer middle = pages.get(pages.size() / 2);
        return new Draft(draft.browser(), draft.browser().open(middle.address().getPath()));
    }

    /** Right answers to the fields of a page. */
    private static Map<String, String> values(Document page) {
        Map<String, String> values = new LinkedHashMap<>();
        page.select("[name~=^f[0-9]+$]").forEach(input -> {
            String name = input.attr("name");
            values.put(name, BenchForms.answer(Integer.parseInt(name.substring(1))));
        });
        return values;
    }

    /** The same answers to the same page again: saved each time. */
    private Step post(Draft draft) {
        FormElement form = draft.page().form(".step");
        Map<String, List<String>> data = new LinkedHashMap<>();
        form.formData()
                .forEach(pair -> data.computeIfAbsent(pair.key(), name -> new ArrayList<>())
                        .add(pair.value()));
        values(draft.page().page()).forEach((name, value) -> data.put(name, List.of(value)));
        String body = data.entrySet().stream()
                .flatMap(pair -> pair.getValue().stream().map(value -> encoded(pair.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        URI target = URI.create(form.absUrl("action"));
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", target.getScheme() + "://" + target.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return () -> check(request, 303);
    }

    /** All requests of one submission, from the service's page to the PDF, as a browser without pictures makes them. */
    private void submit() throws IOException, InterruptedException {
        Draft draft = begin("matning-8");
        FormBrowser.Answer review = draft.browser()
                .submit(draft.page().form(".step"), values(draft.page().page()));
        FormBrowser.Answer receipt = draft.browser().submit(review.form("[action$=granska]"), Map.of());
        String pdf = receipt.page().select("a[href$=pdf]").attr("href");
        if (receipt.status() != 200 || pdf.isEmpty()) {
            throw new IllegalStateException("not sent: " + receipt.page().text());
        }
        check(draft.browser().request(pdf), 200);
    }

    private void get(HttpRequest request) throws IOException, InterruptedException {
        check(request, 200);
    }

    private void check(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(request.uri() + " was answered " + answer.statusCode());
        }
    }

    private void warmUp(Map<String, Step> steps) throws IOException, InterruptedException {
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            for (Step step : steps.values()) {
                step.run();
            }
        }
    }

    private double millis(Step step, int times) throws IOException, InterruptedException {
        long before = cpu.nanos();
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return (cpu.nanos() - before) / 1e6 / times;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
