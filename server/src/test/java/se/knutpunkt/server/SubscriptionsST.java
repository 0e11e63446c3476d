package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Systems that ask and are told, from the right that staff give to what arrives. Each test has a source of its own. */
class SubscriptionsST extends BrowserTest {
    private static final String MANAGER = "systemforvaltare";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String CASE = "KUL 2026-8800";

    @Test
    void aSystemIsToldInOrderThroughABadDayAndWhatItRefusesIsPutAside() throws SQLException {
        try (ToldSystem receiver = new ToldSystem()) {
            SourceDesk.logIn(page, MANAGER, "/kallsystem");
            SourceDesk.register(page, "lyssnar", "Provets lyssnare");
            page.getByText("Prenumeration").first().click();
            assertThat(page.locator("main")).containsText("Systemet får inte fråga om någon ärendetyp än");
            checkPage(page, "subscription-without-right");
            giveRight(page, "lyssnar");
            assertThat(page.locator("main")).containsText("Ärendetyper att fråga om ändrade från inget till KUL");

            page.navigate("/kallsystem/lyssnar/prenumeration");
            page.locator("#adress").fill("http://system.example/in");
            page.locator("#adress").press("Enter");
            assertThat(page.locator(".summary a")).hasCount(2);
            assertThat(page.locator("#adress")).hasValue("http://system.example/in");
            assertThat(page.locator("#adress-fel")).containsText("https://");
            checkPage(page, "subscription-faults");
            page.locator("#adress").fill("https://system.example/in?code=hemligt");
            page.locator("#adress").press("Enter");
            assertThat(page.locator("#adress-fel")).containsText("frågetecken");
            assertThat(page.locator("#adress")).hasValue("https://system.example/in?");
            assertThat(page.url()).doesNotContain("hemligt");
            page.locator("#adress").fill(receiver.address());
            page.locator("input[name=arendetyp][value=KUL]").check();
            new Citizen(page).press("Börja prenumerera");
            receiver.secret = page.locator("#nyckel").inputValue();
            assertThat(receiver.secret).startsWith("whsec_");
            assertThat(page.url()).doesNotContain("whsec");
            checkPage(page, "subscription-secret");
            page.reload();
            assertThat(page.content()).doesNotContain(receiver.secret);

            new Citizen(page).press("Skicka ett provmeddelande");
            assertThat(page.locator("div.done")).containsText("tog emot provmeddelandet");
            assertThat(receiver.tests).hasValue(1);

            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sent.add(signal("Händelse " + i));
            }
            await(() -> receiver.taken.containsAll(sent));
            receiver.away = true;
            for (int i = 3; i < 6; i++) {
                sent.add(signal("Händelse " + i));
            }
            await(() -> {
                page.navigate("/kallsystem/lyssnar/prenumeration");
                return page.content().contains("Det svarade med felkod 503");
            });
            checkPage(page, "subscription-trouble");
            String poisoned = signal("Giftig händelse");
            receiver.poison = "Giftig";
            sent.add(signal("Efter den giftiga"));
            receiver.away = false;
            await(() -> receiver.taken.containsAll(sent));
            assertThat(receiver.taken.stream().filter(sent::contains).toList())
                    .as("once and in order")
                    .isEqualTo(sent);
            assertThat(receiver.wrong).isEmpty();

            launcher.change("UPDATE subscription SET state = 'STOPPED', failures = 5, failure = 'ANSWERED:401',"
                    + " failing_since = UTC_TIMESTAMP(6) WHERE source = 'lyssnar'");
            page.navigate("/kallsystem");
            page.locator(".alarm a").getByText("Visa prenumerationen").click();
            assertThat(page.locator("main")).containsText("Kontrollera adressen och hemligheten");
            checkPage(page, "subscription-stopped");
            new Citizen(page).press("Försök igen");
            assertThat(page.locator("div.done")).containsText("igång igen");
            assertThat(page.locator(".alarm")).hasCount(0);

            page.navigate("/kallsystem/lyssnar/prenumeration");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText("felkod 422");
            checkPage(page, "subscription-dead");
            page.locator("tbody a").click();
            new Citizen(page).press("Ta bort händelsen");
            assertThat(page.locator(".summary a")).hasCount(1);
            checkPage(page, "subscription-purge");
            String typed = "Anna Andersson bad om det. ".repeat(20).strip();
            page.locator("#skal").fill(typed);
            new Citizen(page).press("Ta bort händelsen");
            assertThat(page.locator("#skal-fel")).hasCount(1);
            assertThat(page.locator("#skal")).hasValue(typed);
            assertThat(page.url()).doesNotContain("Anna").doesNotContain("?");
            assertThat(new Api(launcher).get("/metrics").text())
                    .contains("knutpunkt_subscriptions{state=\"ACTIVE\"}")
                    .contains("knutpunkt_subscription_lag ")
                    .containsPattern("knutpunkt_deliveries_dead [1-9]")
                    .contains("knutpunkt_events_unnumbered ");
            page.navigate("/kallsystem/lyssnar/prenumeration");
            receiver.poison = "";
            page.getByText("Skicka igen").click();
            assertThat(page.locator("div.done")).containsText("Händelsen skickas igen");
            await(() -> receiver.taken.contains(poisoned));
            page.navigate("/kallsystem/lyssnar/prenumeration");
            assertThat(page.locator("main")).containsText("Inga.");
        }
    }

    @Test
    void aSubscriptionIsPausedAndItsRightTakenAwayWithoutJavaScript() {
        try (ToldSystem receiver = new ToldSystem();
                BrowserContext plain = newVisitor(false)) {
            Page desk = plain.newPage();
            SourceDesk.logIn(desk, MANAGER, "/kallsystem");
            SourceDesk.register(desk, "pausas", "Provets pausade system");
            giveRight(desk, "pausas");
            desk.navigate("/kallsystem/pausas/prenumeration");
            desk.locator("#adress").fill(receiver.address());
            desk.locator("input[name=arendetyp][value=KUL]").check();
            new Citizen(desk).press("Börja prenumerera");
            receiver.secret = desk.locator("#nyckel").inputValue();
            new Citizen(desk).press("Pausa");
            assertThat(desk.locator("h1")).containsText("Pausad");
            String paused = signal("Under pausen");
            awaitNumbered(paused);
            // the figure of the page counts what has a number; were it told, it would be past it within a second or two
            for (int look = 0; look < 3; look++) {
                desk.navigate("/kallsystem/pausas/prenumeration");
                assertThat(desk.locator("main")).containsText("återstår att gå igenom");
                desk.waitForTimeout(1000);
            }
            assertThat(receiver.taken).doesNotContain(paused);
            new Citizen(desk).press("Fortsätt skicka");
            await(() -> receiver.taken.contains(paused));

            new Citizen(desk).press("Byt hemlighet");
            String fresh = desk.locator("#nyckel").inputValue();
            String byOld = signal("Med den gamla hemligheten");
            await(() -> receiver.taken.contains(byOld));
            receiver.secret = fresh;
            String byNew = signal("Med den nya hemligheten");
            await(() -> receiver.taken.contains(byNew));

            receiver.poison = "Avvisas";
            signal("Avvisas för alltid");
            await(() -> {
                desk.navigate("/kallsystem/pausas/prenumeration");
                return desk.locator("tbody tr").count() == 1;
            });
            desk.getByText("Ta bort").click();
            new Citizen(desk).press("Ta bort händelsen");
            assertThat(desk.locator(".summary a")).hasCount(1);
            desk.locator("#skal").fill("Provet är slut");
            new Citizen(desk).press("Ta bort händelsen");
            assertThat(desk.locator("div.done")).containsText("borttagen");

            desk.navigate("/kallsystem/pausas/andra");
            desk.locator("input[name=fraga][value=KUL]").uncheck();
            new Citizen(desk).press("Spara ändringarna");
            String after = signal("Efter att rätten togs bort");
            awaitNumbered(after);
            await(() -> {
                desk.navigate("/kallsystem/pausas/prenumeration");
                return desk.content().contains("Inget väntar");
            });
            assertThat(receiver.taken).doesNotContain(after);
            assertThat(receiver.wrong).isEmpty();
        }
    }

    @Test
    void aSystemAsksByItsKeyAndLearnsNothingOfWhatItMayNotSee() {
        SourceDesk.logIn(page, MANAGER, "/kallsystem");
        SourceDesk.register(page, "fragaren", "Provets frågare");
        String key = SourceDesk.newKey(page);
        String id = signal("Fråga mig");
        Api api = new Api(launcher);
        HttpResponse<String> none = ask(api, key, "/cases?number=" + CASE.replace(" ", "%20"));
        assertThat(none.body()).isEqualTo("{\"cases\":[]}");
        JsonNode own = await(api, "/changes", id);
        String caseId = own.at("/data/arendeId").asText();
        HttpResponse<String> hidden = ask(api, key, "/cases/" + caseId);
        HttpResponse<String> unknown = ask(api, key, "/cases/" + UUID.randomUUID());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(withoutInstance(hidden)).isEqualTo(withoutInstance(unknown));
        assertThat(ask(api, key, "/cases/" + caseId + "/events").statusCode()).isEqualTo(404);

        giveRight(page, "fragaren");
        awaitStatus(api, key, "/cases/" + caseId, 200);
        HttpResponse<String> state = ask(api, key, "/cases/" + caseId);
        String tag = state.headers().firstValue("ETag").orElseThrow();
        assertThat(state.body()).contains("Fråga mig").doesNotContain("198003202390");
        assertThat(api.raw(request(api, key, "/cases/" + caseId).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(ask(api, key, "/cases/" + caseId + "/events?limit=1").body()).contains("\"next\"");
        assertThat(ask(api, key, "/cases?number=" + CASE.replace(" ", "%20")).body())
                .contains(caseId);
        HttpResponse<String> found = api.raw(search(api, key, "198003202390"));
        assertThat(found.body()).contains(caseId);
        assertThat(api.raw(search(api, key, "198003202391")).statusCode()).isEqualTo(400);
        assertThat(ask(api, key, "/cases?number=198003202390").statusCode()).isEqualTo(400);
        assertThat(ask(api, key, "/changes?limit=0").statusCode()).isEqualTo(400);
        assertThat(ask(api, key, "/changes?since=hej").body()).contains("urn:knutpunkt:problem:invalid-question");
        assertThat(ask(api, "fel-nyckel", "/changes").statusCode()).isEqualTo(401);
    }

    private static String withoutInstance(HttpResponse<String> answer) {
        return answer.body().replaceAll("urn:knutpunkt:request:[0-9a-f]+", "");
    }

    private static HttpRequest.Builder request(Api api, String key, String path) {
        return api.request("/api/v1" + path).header("Authorization", "Bearer " + key);
    }

    private static HttpRequest.Builder search(Api api, String key, String number) {
        return request(api, key, "/cases/search")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"identifierare\": \"" + number + "\", \"typ\": \"Personnummer\"}"));
    }

    private static HttpResponse<String> ask(Api api, String key, String path) {
        return api.raw(request(api, key, path).GET());
    }

    /** The sender itself may always ask for what it sent; follows the changes until the event is there. */
    private JsonNode await(Api api, String path, String id) {
        List<JsonNode> found = new ArrayList<>();
        String[] cursor = {""};
        await(() -> {
            JsonNode read = json(ask(api, api.key(), path + (cursor[0].isEmpty() ? "" : "?since=" + cursor[0])));
            read.get("events").forEach(event -> {
                if (event.at("/data/kundhandelseId").asText().equals(id)) {
                    found.add(event);
                }
            });
            cursor[0] = read.get("next").asText();
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** Until it has its place in the order of changes: not before that can anybody be told of it. */
    private void awaitNumbered(String id) {
        await(new Api(launcher), "/changes", id);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Api.JSON.readTree(answer.body());
        } catch (java.io.IOException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }

    private void awaitStatus(Api api, String key, String path, int status) {
        await(() -> ask(api, key, path).statusCode() == status);
    }

    private void await(BooleanSupplier there) {
        long limit = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(limit);
            page.waitForTimeout(300);
        }
    }

    private static void giveRight(Page desk, String code) {
        desk.navigate("/kallsystem/" + code + "/andra");
        desk.locator("input[name=fraga][value=KUL]").check();
        new Citizen(desk).press("Spara ändringarna");
        assertThat(desk.locator("div.done")).containsText("Ändringen är sparad");
    }

    /** An event of the demo's source; its id. */
    private String signal(String headline) {
        String id = UUID.randomUUID().toString();
        String event = SourceDesk.event(id, "KUL", CASE, headline);
        Api api = new Api(launcher);
        assertThat(api.raw(api.events(api.key(), Api.ONE, event.getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(200);
        return id;
    }
}
