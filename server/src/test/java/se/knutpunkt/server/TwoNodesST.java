package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.knutpunkt.server.FormBrowser.Answer;
import se.knutpunkt.server.bench.BenchEvents;
import se.knutpunkt.server.database.Migrations;

/** Two nodes behind a balancer that passes bytes, on one database: whoever is in is in on both, whoever is out is out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesST extends BrowserTest {
    private static final String LOGIN = "__Host-knutpunkt";
    private static final String PROPOSAL = "/e-tjanster/lamna-medborgarforslag";
    private static final String TITLE = "En bänk vid hållplatsen";
    private static final int STARTERS = 3;
    private static final int ROUNDS = 8;
    private static final int SEE_OTHER = 303;
    private static final int BATCH = 60;

    private static TwoNodes nodes;

    private final HttpClient direct =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        nodes = TwoNodes.prepare();
        migrateAtOnce();
        nodes.start();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Override
    @BeforeEach
    void openBrowser() {
        launcher = nodes.first();
        visitor = newVisitor(true);
        page = visitor.newPage();
        balanceOver(nodes.first(), nodes.second());
    }

    @Override
    URI address() {
        return nodes.balancer().address();
    }

    /** Several launchers meet an empty database in the same moment; each must find it ready when its turn ends. */
    private static void migrateAtOnce() {
        CyclicBarrier together = new CyclicBarrier(STARTERS);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            meet(together);
                            Migrations.run(nodes.database());
                        }))
                        .limit(STARTERS)
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    @Order(1)
    void whatIsDoneOnceWasDoneOnceThoughBothStartedAtOnce() throws SQLException {
        assertThat(count("SELECT COUNT(*) FROM form")).isPositive();
        assertThat(count("SELECT COUNT(*) FROM form_version")).isEqualTo(count("SELECT COUNT(*) FROM form"));
        assertThat(count("SELECT COUNT(*) FROM flyway_hub WHERE success = 0")).isZero();
        assertThat(count("SELECT COUNT(*) - COUNT(DISTINCT version) FROM flyway_eforms"))
                .isZero();
    }

    /** As a hub of an earlier release, that has later numbers and lacks this one. */
    @Test
    @Order(1)
    void whatCameWithALowerNumberIsMadeUpFor() throws SQLException {
        try (Connection database = nodes.connection();
                Statement older = database.createStatement()) {
            older.execute("DROP TABLE event_attachment_awaited");
            older.execute("DELETE FROM flyway_hub WHERE version = '184'");
        }

        Migrations.run(nodes.database());

        assertThat(count("SELECT COUNT(*) FROM event_attachment_awaited")).isZero();
        assertThat(count("SELECT COUNT(*) FROM flyway_hub WHERE version = '184' AND success"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void aLoginOnOneNodeHoldsOnTheOther() {
        FormBrowser citizen = on(nodes.first());
        Answer in = citizen.logIn("/mina-sidor", Citizen.PERSON);
        assertThat(in.page().text()).contains("Demo Demosson");

        Answer other = moved(citizen, nodes.second()).open("/mina-sidor");

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.page().text()).contains("Demo Demosson");
    }

    @Test
    @Order(3)
    void aLoginIsBegunOnOneNodeProvedAndAnsweredOnAnother() {
        FormBrowser citizen = on(nodes.first());
        Answer choice = citizen.open("/logga-in?till=/mina-sidor");
        citizen = moved(citizen, nodes.second());
        Answer proved = citizen.submit(choice.form("[action=sso]"), Map.of("person", Citizen.PERSON));
        assertThat(moved(citizen, nodes.first())
                        .submit(proved.form("[action$=/saml/acs]"), Map.of())
                        .page()
                        .text())
                .contains("Demo Demosson");
    }

    @Test
    @Order(4)
    void aFormIsBegunOnOneNodeAndSentFromTheOther() {
        Citizen citizen = new Citizen(page);
        balanceOver(nodes.first());
        citizen.beginLitterReport();
        citizen.tellWhere();
        balanceOver(nodes.second());
        citizen.tellWhat();
        citizen.field("bilder").setInputFiles(Citizen.picture("soffa.png"));
        PlaywrightAssertions.assertThat(page.locator(".files")).containsText("soffa.png");
        balanceOver(nodes.first());
        citizen.press("Fortsätt");
        citizen.wantNoAnswer();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("soffa.png");
        balanceOver(nodes.second());
        citizen.press("Skicka till kommunen");

        PlaywrightAssertions.assertThat(page.locator(".case-number")).isVisible();
        balanceOver(nodes.first());
        assertThat(new LitterReport(page).receipt()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Order(5)
    void aLogoutOnOneNodeEndsTheLoginOnTheOther() throws SQLException {
        FormBrowser citizen = on(nodes.first());
        citizen.logIn("/mina-sidor", Citizen.PERSON);
        FormBrowser thief = moved(citizen, nodes.second());
        Answer begun = thief.submit(thief.open(PROPOSAL).form(":has([name=som])"), Map.of("som", "jag"));
        long drafts = count("SELECT COUNT(*) FROM draft");
        FormElement half = begun.form("[method=post]:has([name=rubrik])");

        Answer out =
                moved(citizen, nodes.first()).submit(citizen.open("/mina-sidor").form("[action$=/logga-ut]"), Map.of());

        assertThat(out.address().getPath()).isEqualTo("/utloggad");
        assertThat(thief.cookies()).containsKey(LOGIN);
        balanceOver(nodes.second());
        Answer old = moved(thief, nodes.second()).open("/mina-sidor");
        assertThat(old.address().getPath()).isEqualTo("/demo-eid/sso");
        Answer posted = moved(thief, nodes.second()).submit(half, Map.of("rubrik", "Av en annan"));
        assertThat(posted.address().getPath()).isEqualTo("/logga-in");
        assertThat(posted.page().text()).contains("inte mottaget");
        assertThat(count("SELECT COUNT(*) FROM draft")).isEqualTo(drafts);
    }

    /** Two who hold the same response post it to a node each in the same moment. */
    @Test
    @Order(6)
    void theSameResponseToBothNodesAtOnceIsOneLogin() {
        for (int round = 0; round < ROUNDS; round++) {
            FormBrowser browser = on(nodes.first(), nodes.second());
            String response = response(browser, Citizen.PERSON);

            assertOneLoginAndOneRefusal(atOnce(browser, List.of(response, response)), "REPLAY");
        }
    }

    /** A request is answered by two responses, each new to the node that gets it. */
    @Test
    @Order(7)
    void twoResponsesToOneRequestAtOnceAreOneLogin() {
        for (int round = 0; round < ROUNDS; round++) {
            FormBrowser browser = on(nodes.first(), nodes.second());
            Answer choice = browser.open("/logga-in?till=/mina-sidor");
            List<String> responses = Stream.of(Citizen.PERSON, "198512622393")
                    .map(person -> value(browser.submit(choice.form("[action=sso]"), Map.of("person", person))))
                    .toList();

            assertOneLoginAndOneRefusal(atOnce(browser, responses), "ANSWERED");
        }
    }

    @Test
    @Order(8)
    void theSameBatchAtBothNodesAtOnceIsKeptOnce() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = "samtidigt-" + round + "-";
            String batch = IntStream.range(0, BATCH)
                    .mapToObj(i ->
                            BenchEvents.of(BenchEvents.PERSONS.get(i % 5), prefix + i, prefix + i % 7, BenchEvents.AT))
                    .collect(Collectors.joining(",", "[", "]"));
            CyclicBarrier together = new CyclicBarrier(2);
            List<String> answers = Stream.of(nodes.first(), nodes.second())
                    .map(node -> CompletableFuture.supplyAsync(() -> {
                        meet(together);
                        return post(node, batch);
                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers.get(0)).isEqualTo(answers.get(1)).contains("\"eventId\"");
            assertThat(count("SELECT COUNT(*) FROM case_event WHERE external_id LIKE '" + prefix + "%'"))
                    .isEqualTo(BATCH);
            assertThat(count("SELECT COUNT(*) FROM case_event_subject s JOIN case_event e ON e.id = s.event_id"
                            + " WHERE e.external_id LIKE '" + prefix + "%'"))
                    .isEqualTo(BATCH);
            assertThat(count("SELECT COUNT(*) FROM case_file WHERE case_number LIKE '" + prefix + "%'"))
                    .isEqualTo(7);
        }
    }

    /** Each launcher has drawn a key for the demo's source; the one whose register was read is the one that holds. */
    private static String post(RunningLauncher node, String batch) {
        for (RunningLauncher drawn : List.of(nodes.first(), nodes.second())) {
            Api api = new Api(node);
            Api.Answer answer = api.send(api.request("/api/v1/events")
                    .header("Authorization", "Bearer " + new Api(drawn).key())
                    .header("Content-Type", Api.BATCH)
                    .POST(HttpRequest.BodyPublishers.ofString(batch)));
            if (answer.status() != 401) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                return answer.text();
            }
        }
        throw new AssertionError("no key of the demo's source holds");
    }

    @Test
    @Order(9)
    void whoIsInStaysInWhenTheirNodeIsKilled() {
        balanceOver(nodes.first());
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(Citizen.PERSON);
        page.navigate(PROPOSAL);
        new Citizen(page).press("Börja som Demo Demosson");
        page.locator("[name=rubrik]").fill(TITLE);
        page.locator("[name=forslag]").fill("Där bussen mot sjukhuset stannar, med ryggstöd och armstöd.");
        balanceOver(nodes.first(), nodes.second());

        nodes.first().kill(true);

        new Citizen(page).press("Fortsätt");
        PlaywrightAssertions.assertThat(page.locator("[name=tillsammans]").first())
                .isVisible();
        page.navigate("/mina-sidor");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Demo Demosson");
    }

    /** The one that was killed comes back while the other serves, which must notice nothing. */
    @Test
    @Order(10)
    void aNodeThatStartsBesideARunningOneChangesNothing() throws SQLException {
        long logins = count("SELECT COUNT(*) FROM login");
        long migrations = count("SELECT COUNT(*) FROM flyway_hub");

        nodes.first().start();

        assertThat(count("SELECT COUNT(*) FROM login")).isEqualTo(logins).isPositive();
        assertThat(count("SELECT COUNT(*) FROM flyway_hub")).isEqualTo(migrations);
        assertThat(count("SELECT COUNT(*) FROM form_version")).isEqualTo(count("SELECT COUNT(*) FROM form"));
        assertThat(on(nodes.first()).logIn("/mina-sidor", Citizen.PERSON).page().text())
                .contains("Demo Demosson");
    }

    private static void balanceOver(RunningLauncher... to) {
        nodes.balancer().pointAt(Stream.of(to).map(RunningLauncher::port).toArray(Integer[]::new));
    }

    /** A new browser whose connections the balancer hands to these nodes, as everyone's from now on. */
    private static FormBrowser on(RunningLauncher... to) {
        balanceOver(to);
        return new FormBrowser(nodes.balancer().address());
    }

    /** The same cookies on a connection of their own to another node. */
    private static FormBrowser moved(FormBrowser browser, RunningLauncher to) {
        FormBrowser other = on(to);
        other.cookies().putAll(browser.cookies());
        return other;
    }

    private static String response(FormBrowser browser, String person) {
        Answer choice = browser.open("/logga-in?till=/mina-sidor");
        return value(browser.submit(choice.form("[action=sso]"), Map.of("person", person)));
    }

    private static String value(Answer proved) {
        return proved.form("[action$=/saml/acs]").formData().stream()
                .filter(pair -> pair.key().equals("SAMLResponse"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** What each node answers to its response; the first of the list goes to the first. */
    private List<HttpResponse<Void>> atOnce(FormBrowser browser, List<String> responses) {
        CyclicBarrier together = new CyclicBarrier(responses.size());
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        List<RunningLauncher> to = List.of(nodes.first(), nodes.second());
        for (int i = 0; i < responses.size(); i++) {
            HttpRequest request = post(browser, to.get(i), responses.get(i));
            answers.add(CompletableFuture.supplyAsync(() -> {
                meet(together);
                return send(request);
            }));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest post(FormBrowser browser, RunningLauncher node, String response) {
        return HttpRequest.newBuilder(node.address().resolve("/saml/acs"))
                .header(
                        "Cookie",
                        browser.request("/").headers().firstValue("Cookie").orElseThrow())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "SAMLResponse=" + URLEncoder.encode(response, StandardCharsets.UTF_8)))
                .build();
    }

    private HttpResponse<Void> send(HttpRequest request) {
        try {
            return direct.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    private static void assertOneLoginAndOneRefusal(List<HttpResponse<Void>> answers, String error) {
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(SEE_OTHER);
        List<HttpResponse<Void>> in =
                answers.stream().filter(TwoNodesST::isLogin).toList();
        assertThat(in).hasSize(1);
        assertThat(location(in.get(0))).endsWith("/mina-sidor");
        HttpResponse<Void> refused =
                answers.stream().filter(answer -> !isLogin(answer)).findFirst().orElseThrow();
        assertThat(location(refused)).contains("/inloggning-nekad?orsak=again");
        String id = refused.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(TwoNodes.log(nodes.first()) + TwoNodes.log(nodes.second()))
                .contains("login refused id=" + id + " error=" + error);
    }

    private static boolean isLogin(HttpResponse<Void> answer) {
        return answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith(LOGIN + "="));
    }

    private static String location(HttpResponse<Void> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        } catch (java.util.concurrent.BrokenBarrierException broken) {
            throw new AssertionError(broken);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection database = nodes.connection();
                Statement query = database.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
