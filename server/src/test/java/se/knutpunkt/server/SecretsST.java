package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.disclosure.OracleDesk;

/**
 * A {@link SecretWorld} in the running product, read as every kind of user: each page, file, API and error page that can
 * be reached, the addresses of what one may not see, and the logs. No word stands where this user may not read it, and
 * none of one's own is missing. From the seed of {@code -Dsecrets.seed}, which is printed; each user tries so many
 * addresses of others as {@code -Dsecrets.looks} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsST {
    private static final long SEED = Long.getLong("secrets.seed", System.nanoTime());
    private static final int LOOKS = Integer.getInteger("secrets.looks", 60);
    private static final int MOST_PAGES = 4_000;
    private static final Pattern WORD = Pattern.compile(SecretWorld.WORD);
    private static final List<String> ROOTS = List.of(
            "/",
            "/e-tjanster",
            "/mina-sidor",
            "/mina-sidor/kvittenser",
            "/mina-sidor/installningar",
            "/mina-sidor/agera",
            "/registrator",
            "/redaktor",
            "/behorigheter",
            "/delegationer",
            "/insyn",
            "/insyn/prova",
            "/insyn/andringar",
            "/sekretess",
            "/invanare",
            "/mina-sidor/samtycken",
            "/register",
            "/kallsystem",
            "/avvisade",
            "/overlamningar",
            "/openapi",
            "/metrics",
            "/health",
            "/api/v1/changes",
            "/api/v1/cases",
            "/api/v1/events",
            "/tillganglighet",
            "/personuppgifter",
            "/fel",
            "/finns-inte");

    private final RunningLauncher launcher = RunningLauncher.alone("st-secrets", Map.of());
    private final Random random = new Random(SEED);
    private SecretWorld world;
    private Api api;

    @BeforeAll
    void makeTheWorld() throws SQLException {
        System.out.println("SecretsST: seed " + SEED + ", " + LOOKS + " looks at others each");
        launcher.start();
        world = new SecretWorld(launcher, SEED, LocalDate.now(ZoneId.of("Europe/Stockholm")));
        world.create();
        api = new Api(launcher);
        assertThat(world.words()).hasSizeGreaterThan(1000);
    }

    @AfterAll
    void noLogHoldsAWord() throws IOException {
        launcher.stop();
        List<Path> logs = new ArrayList<>(List.of(launcher.data().resolve("console.txt")));
        try (Stream<Path> files = Files.walk(launcher.data().resolve("log"))) {
            files.filter(Files::isRegularFile).forEach(logs::add);
        }
        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            // a case number stands in addresses, and may stand in a log
            assertThat(words(text).stream().filter(word -> !isOfCase(word)))
                    .as(log.toString())
                    .isEmpty();
            // the console tells the persons of the demo
            assertThat(text).as(log.toString()).doesNotContain(world.numbersOfChildren());
        }
        assertThat(logs).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SecretWorld.PARENT,
                SecretWorld.CHILD,
                SecretWorld.FATHER,
                SecretWorld.MOTHER_OF_MANY,
                SecretWorld.TRUSTEE,
                SecretWorld.NARROW_PROXY,
                SecretWorld.PROTECTED,
                SecretWorld.NOBODY
            })
    void aCitizenReadsWhatTheRulesSayAndNothingElse(String person) {
        FormBrowser browser = new FormBrowser(launcher.address());
        browser.logIn("/mina-sidor", person);
        Set<String> readable = world.readableBy(person);
        Set<String> read = crawl(browser, person, readable);
        assertThat(read).as("wrongly hidden from " + person).containsAll(world.listedFor(person));
        lookAtOthers(browser, person, readable);
        for (String word : some(words(readable, false), 3)) {
            assertThat(found(browser, word))
                    .as("a search for what " + person + " may not see")
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redaktor", "behorighetsansvarig", "insynsansvarig", "insynsansvarig-2", "vaktmastare"})
    void staffWhoHandleNoCasesReadNoWordOfThem(String person) {
        FormBrowser browser = new FormBrowser(launcher.address());
        browser.logIn("/registrator", person);
        crawl(browser, person, Set.of());
        lookAtOthers(browser, person, Set.of());
    }

    @Test
    void whoRegistersReadsWhatWasSentInAndNothingElse() {
        FormBrowser browser = new FormBrowser(launcher.address());
        browser.logIn("/registrator", "registrator");
        assertThat(crawl(browser, "registrator", world.readableByRegistrar())).containsAll(world.readableByRegistrar());
        lookAtOthers(browser, "registrator", Set.of());
    }

    @Test
    void whoLooksAfterTheSourcesReadsWhatWasRefusedAndNothingElse() {
        FormBrowser browser = new FormBrowser(launcher.address());
        browser.logIn("/kallsystem", "systemforvaltare");
        assertThat(crawl(browser, "systemforvaltare", world.readableByManager()))
                .isNotEmpty();
        lookAtOthers(browser, "systemforvaltare", Set.of());
    }

    /**
     * One ground of somebody who looks people up.
     *
     * @param label what the form calls the ground, or some of it
     */
    private record Desk(String staff, String label, Set<String> roles, OracleDesk.Desk desk) {
        static Desk of(String staff, String label, String as, String authority, String branch, String... more) {
            Set<String> roles = new HashSet<>(List.of(more));
            roles.add(as);
            return new Desk(
                    staff, label, roles, new OracleDesk.Desk(as, authority, branch, false, Set.of(), "HANDLE", ""));
        }

        static Desk delegated(
                String staff, String reference, String role, String authority, String branch, String type) {
            return new Desk(
                    staff,
                    reference,
                    Set.of(role),
                    new OracleDesk.Desk("HANDLER", authority, branch, true, Set.of(type), "SEE", reference));
        }
    }

    private static final List<Desk> DESKS = List.of(
            Desk.of("kontaktcenter", "Kontaktcenter", "CONTACT_CENTRE", "", "-"),
            Desk.delegated(
                    "kontaktcenter",
                    "BUN 2026-10-13 § 71",
                    "CONTACT_CENTRE",
                    "barn-och-utbildningsnämnden",
                    "förskola",
                    "FÖR"),
            Desk.of("handlaggare-kultur", "fritidsnämnden", "HANDLER", "kultur-och-fritidsnämnden", "-"),
            Desk.of("handlaggare-aldre", "Äldreomsorg", "HANDLER", "omsorgsnämnden", "äldreomsorg"),
            Desk.delegated(
                    "handlaggare-aldre", "KFN 2026-10-06 § 54", "HANDLER", "kultur-och-fritidsnämnden", "-", "KUL"),
            Desk.of(
                    "skyddshandlaggare",
                    "fritidsnämnden",
                    "HANDLER",
                    "kultur-och-fritidsnämnden",
                    "-",
                    "PROTECTED_READER"),
            Desk.of("granskare", "Granskare", "AUDITOR", "", "-"),
            Desk.of("registrator", "Kommunstyrelsen", "REGISTRAR", "kommunstyrelsen", "-"));

    @Test
    void whoLooksSomebodyUpReadsWhatTheGroundGivesAndNothingElse() {
        int shown = 0;
        for (Desk desk : DESKS) {
            FormBrowser browser = new FormBrowser(launcher.address());
            browser.logIn("/invanare", desk.staff());
            crawl(browser, desk.staff(), desk.staff().equals("registrator") ? world.readableByRegistrar() : Set.of());
            lookAtOthers(browser, desk.staff(), Set.of());
            for (String person : world.people()) {
                Set<String> readable = world.readableByStaff(person, desk.desk(), desk.roles());
                if (desk.desk().as().equals("REGISTRAR")) {
                    // proposals are the executive board's, and their receipts are files of its events
                    readable.addAll(world.sentInBy(person));
                }
                FormBrowser.Answer form = browser.open("/invanare");
                FormBrowser.Answer found = browser.press(
                        form,
                        "Slå upp",
                        Map.of(
                                "personnummer",
                                person,
                                "grund",
                                groundKey(form, desk.label()),
                                "skal",
                                "CASE",
                                "anteckning",
                                "Prov 1"));
                Set<String> read = new HashSet<>();
                Crawler crawler =
                        crawler(browser, desk + " at " + world.people().indexOf(person), readable, read);
                String result = found.address().getPath();
                crawler.readAll(List.of(result), path -> path.startsWith(result), MOST_PAGES);
                assertThat(read)
                        .as("seed %d: wrongly hidden from %s of %s", SEED, desk, person)
                        .containsAll(world.shownToStaff(person, desk.desk(), desk.roles()));
                shown += read.size();
            }
        }
        System.out.println("SecretsST: staff read " + shown + " words by " + DESKS.size() + " grounds");
        assertThat(shown).isPositive();
    }

    /** The key of the one ground that is called so; another's would be read in its place. */
    private static String groundKey(FormBrowser.Answer form, String label) {
        List<String> keys = form.page().select("label:has([name=grund])").stream()
                .filter(one -> one.text().contains(label))
                .map(one -> one.select("[name=grund]").attr("value"))
                .toList();
        assertThat(keys)
                .as("grounds called " + label + ": " + form.page().text())
                .hasSize(1);
        return keys.get(0);
    }

    @Test
    void nobodyReadsNothing() {
        FormBrowser browser = new FormBrowser(launcher.address());
        crawl(browser, "nobody", Set.of());
        lookAtOthers(browser, "nobody", Set.of());
    }

    @Test
    void whoActsForAnotherReadsTheOthersAlone() {
        FormBrowser browser = new FormBrowser(launcher.address());
        FormBrowser.Answer list = browser.logIn("/mina-sidor", SecretWorld.PARENT);
        String child = list.page().select("a[href*=/agera/]").stream()
                .filter(link -> link.text().contains("Sixten"))
                .findFirst()
                .orElseThrow()
                .absUrl("href");
        browser.submit(browser.open(child).form("[action*=/agera]"), Map.of());
        Set<String> own = world.secrets().stream()
                .filter(secret -> secret.person().equals(SecretWorld.PARENT))
                .flatMap(secret -> Stream.of(
                                secret.whole().stream(),
                                Stream.of(secret.summary()),
                                Stream.ofNullable(secret.withheld()).map(SecretWorld.Withheld::told))
                        .flatMap(words -> words))
                .collect(Collectors.toSet());
        Set<String> ofChild = world.readableBy(SecretWorld.PARENT);
        ofChild.removeAll(own);
        Set<String> read = crawl(browser, "parent for child", ofChild);
        assertThat(read).isNotEmpty();
    }

    @Test
    void aSystemReadsWhatItSentAndWhatItMayAskFor() throws SQLException {
        assertThat(asked(api.key())).isSubsetOf(world.readableBySender()).isNotEmpty();
        String right = newSource("fragar", "KUL");
        String none = newSource("fragarinte", "");
        Set<String> read = asked(right);
        assertThat(read).isNotEmpty().isSubsetOf(world.readableBySystem("KUL"));
        assertThat(asked(none)).isEmpty();
    }

    /** All that one key is told by the API; the words of it. */
    private Set<String> asked(String key) {
        Set<String> read = new HashSet<>();
        String since = "";
        boolean more = true;
        while (more) {
            HttpResponse<String> page = ask(key, "/api/v1/changes" + since);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            read.addAll(words(page.body()));
            more = json(page.body()).get("more").asBoolean();
            since = "?since=" + json(page.body()).get("next").asText();
        }
        for (SecretWorld.Secret secret : some(world.secrets(), LOOKS)) {
            String caseNumber = (secret.caseWord() + " 2026-1").replace(" ", "%20");
            HttpResponse<String> found = ask(key, "/api/v1/cases?number=" + caseNumber);
            read.addAll(words(withoutAsked(found.body(), secret)));
        }
        return read;
    }

    private static String withoutAsked(String body, SecretWorld.Secret secret) {
        return body.contains("\"status\":404") ? body.replace(secret.caseWord(), "") : body;
    }

    private com.fasterxml.jackson.databind.JsonNode json(String body) {
        try {
            return Api.JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private HttpResponse<String> ask(String key, String path) {
        HttpRequest.Builder request =
                api.request(path).header("Authorization", "Bearer " + key).GET();
        return api.raw(request);
    }

    /** A source of staff's making, with the right to ask about a case type or about none; its key. */
    private String newSource(String code, String asks) {
        FormBrowser desk = new FormBrowser(launcher.address());
        desk.logIn("/kallsystem", "systemforvaltare");
        FormBrowser.Answer form = desk.open("/kallsystem/nytt");
        FormBrowser.Answer made = desk.submit(
                form.form("[method=post]:has(#kod)"),
                Map.of(
                        "namn",
                        "Provets " + code,
                        "namn-en",
                        "Test " + code,
                        "kod",
                        code,
                        "myndighet",
                        "kommunstyrelsen",
                        "arendetyp",
                        "MED"));
        assertThat(made.page().text()).contains("registrerat");
        if (!asks.isEmpty()) {
            FormBrowser.Answer changed = desk.submit(
                    desk.open("/kallsystem/" + code + "/andra").form("[method=post]:has([name=fraga])"),
                    Map.of("fraga", asks));
            assertThat(changed.page().text()).contains("Ändringen är sparad");
        }
        FormBrowser.Answer key = desk.submit(
                desk.open("/kallsystem/" + code).form(":has(button:contains(Skapa en ny nyckel))"), Map.of());
        return key.page().select("#nyckel").attr("value");
    }

    /** Reads all from everywhere; the words that were read. */
    private Set<String> crawl(FormBrowser browser, String who, Set<String> readable) {
        Set<String> read = new HashSet<>();
        Crawler crawler = crawler(browser, who, readable, read);
        crawler.readAll(ROOTS, MOST_PAGES);
        System.out.println(
                "SecretsST: " + who + " read " + crawler.read() + " addresses and " + read.size() + " words");
        return read;
    }

    private Crawler crawler(FormBrowser browser, String who, Set<String> readable, Set<String> read) {
        return new Crawler(browser, launcher.address(), (address, text) -> {
            Set<String> words = words(text);
            read.addAll(words);
            assertThat(new TreeSet<>(words).stream().filter(word -> !readable.contains(word)))
                    .as("seed %d: %s reads at %s", SEED, who, path(address))
                    .isEmpty();
        });
    }

    /** What one may not see answers as if it were not there. */
    private void lookAtOthers(FormBrowser browser, String who, Set<String> readable) {
        Crawler crawler = crawler(browser, who, readable, new HashSet<>());
        for (SecretWorld.Secret secret : some(world.secrets(), LOOKS)) {
            boolean mine = readable.containsAll(secret.whole());
            int page = crawler.readOnly("/mina-sidor/handelse/" + secret.id());
            int file = crawler.readOnly("/mina-sidor/handelse/" + secret.id() + "/bilaga/1");
            if (mine) {
                assertThat(page).as("%s at an own event", who).isEqualTo(200);
                assertThat(file).as("%s at an own file", who).isEqualTo(200);
            } else {
                assertThat(file).as("%s at a file of others", who).isNotEqualTo(200);
            }
        }
    }

    /** How many events a search of one's list finds. */
    private static int found(FormBrowser browser, String word) {
        FormBrowser.Answer list = browser.open("/mina-sidor");
        return browser.submit(list.form(".find"), Map.of("sok", word))
                .page()
                .select(".events li")
                .size();
    }

    private Set<String> words(Set<String> readable, boolean may) {
        return world.words().stream()
                .filter(word -> readable.contains(word) == may)
                .collect(Collectors.toSet());
    }

    private <T> List<T> some(java.util.Collection<T> all, int count) {
        List<T> shuffled = new ArrayList<>(all);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private boolean isOfCase(String word) {
        return world.secrets().stream().anyMatch(secret -> secret.caseWord().equals(word));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}
