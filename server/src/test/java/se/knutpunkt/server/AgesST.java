package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A guardian and her children at each age limit, the day before the birthday and on it: what she sees of each on Mina sidor,
 * and what each sees, is what the matrix of {@code docs/insyn.md} says. The children come by the register's file.
 */
class AgesST extends BrowserTest {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime TOO_LATE = LocalTime.of(23, 45);
    private static final String GUARDIAN = "198503232384";

    /** Someone whom the demo's e-ID knows; the children are none of them. */
    private static final String CHILD_OF_DEMO = "201608122394";

    private static final Pattern MY_PAGES = Pattern.compile(".*/mina-sidor(\\?jag=1)?$");
    private static final Duration REFRESHED = Duration.ofSeconds(100);

    /** What happens to every child. */
    private enum Happens {
        CULTURE("KUL", "Stipendiet"),
        SCHOOL("FÖR", "Platsen"),
        SOCIAL("SÄB", "Stödet"),
        SOCIAL_MARKED("SÄB", "Det märkta stödet");

        private final String caseType;
        private final String words;

        Happens(String caseType, String words) {
            this.caseType = caseType;
            this.words = words;
        }
    }

    /**
     * A child as the matrix has it, line for line.
     *
     * @param limit the birthday that is today, or tomorrow
     * @param guardianSees written by hand from the rules
     */
    private enum Child {
        ALMOST_12("Nästan Tolv", 12, true, Set.of(Happens.values())),
        JUST_12("Nyss Tolv", 12, false, Set.of(Happens.CULTURE, Happens.SCHOOL, Happens.SOCIAL)),
        ALMOST_15("Nästan Femton", 15, true, Set.of(Happens.CULTURE, Happens.SCHOOL, Happens.SOCIAL)),
        JUST_15("Nyss Femton", 15, false, Set.of(Happens.CULTURE, Happens.SCHOOL)),
        ALMOST_16("Nästan Sexton", 16, true, Set.of(Happens.CULTURE, Happens.SCHOOL)),
        JUST_16("Nyss Sexton", 16, false, Set.of(Happens.CULTURE)),
        ALMOST_18("Nästan Arton", 18, true, Set.of(Happens.CULTURE)),
        JUST_18("Nyss Arton", 18, false, Set.of());

        private final String firstNames;
        private final int limit;
        private final boolean tomorrow;
        private final Set<Happens> guardianSees;

        Child(String firstNames, int limit, boolean tomorrow, Set<Happens> guardianSees) {
            this.firstNames = firstNames;
            this.limit = limit;
            this.tomorrow = tomorrow;
            this.guardianSees = guardianSees;
        }

        String displayName() {
            return firstNames + " Testlund";
        }

        boolean isMinor() {
            return this != JUST_18;
        }

        /** Of the official test numbers; where the day has none, of the next day on the same side of the limit. */
        String number(LocalDate today) {
            LocalDate birth = today.minusYears(limit).plusDays(tomorrow ? 1 : 0);
            while (TestPersons.bornOn(birth).isEmpty()) {
                birth = birth.plusDays(tomorrow ? 1 : -1);
            }
            return TestPersons.bornOn(birth).get(0);
        }

        String headline(Happens what) {
            return what.words + " till " + firstNames;
        }
    }

    private final Map<Child, Map<Happens, String>> events = new EnumMap<>(Child.class);
    private Path register;
    private String demo;

    @BeforeEach
    void bearThem() throws IOException {
        Assumptions.assumeTrue(
                LocalTime.now(SWEDEN).isBefore(TOO_LATE),
                "at midnight they would all be a day older in the middle of it");
        LocalDate today = LocalDate.now(SWEDEN);
        SourceEvents source = new SourceEvents(launcher);
        for (Child child : Child.values()) {
            Map<Happens, String> ids = new EnumMap<>(Happens.class);
            for (Happens what : Happens.values()) {
                ids.put(what, source.signal(event(source, child, what, today)));
            }
            events.put(child, ids);
        }
        register = launcher.data().resolve("demo/guardians.xml");
        demo = Files.readString(register);
        String records = Stream.of(Child.values())
                .map(child -> record(child.number(today), child.firstNames))
                .collect(Collectors.joining());
        Files.writeString(register, demo.replace("</Folkbokforingsposter>", records + "</Folkbokforingsposter>"));
    }

    @AfterEach
    void deliverTheDemosFileAnew() throws IOException {
        if (demo != null) {
            Files.writeString(register, demo);
        }
    }

    @Test
    void theGuardianSeesOfEachWhatTheMatrixSaysAndTheChildAll() throws SQLException {
        logIn(page, GUARDIAN);
        awaitChildren(page);
        for (Child child : Child.values()) {
            // from the birthday itself there is nobody to act for, and nothing is left of it
            assertThat(page.getByRole(AriaRole.LINK, link("Agera för " + child.displayName())))
                    .hasCount(child.isMinor() ? 1 : 0);
        }
        assertThat(page.locator("main")).not().containsText(Child.JUST_18.firstNames);
        checkPage(page, "alder-vardnadshavare");
        for (Child child : Child.values()) {
            guardianSees(child);
        }
        childrenSeeAllOfTheirOwn();
    }

    private void guardianSees(Child child) {
        for (Happens what : Happens.values()) {
            boolean sees = child.guardianSees.contains(what);
            assertThat(page.request()
                            .get("/mina-sidor/handelse/" + events.get(child).get(what))
                            .status())
                    .as("%s for the guardian", child.headline(what))
                    .isEqualTo(sees ? 200 : 404);
        }
        if (!child.isMinor()) {
            return;
        }
        act(page, child);
        assertThat(page.locator(".events li")).hasCount(child.guardianSees.size());
        for (Happens what : child.guardianSees) {
            assertThat(page.locator(".events")).containsText(child.headline(what));
        }
        if (child == Child.ALMOST_15 || child == Child.JUST_15) {
            checkPage(page, "alder-agerar-" + (child == Child.JUST_15 ? "15" : "14"));
        }
        page.locator(".acting button").focus();
        page.keyboard().press("Enter");
        page.waitForURL(MY_PAGES);
        assertThat(page.locator(".acting")).hasCount(0);
    }

    /** With a login whose person is changed to each of them: the demo's e-ID knows none of them. */
    private void childrenSeeAllOfTheirOwn() throws SQLException {
        try (BrowserContext other = newVisitor(true)) {
            Page own = other.newPage();
            logIn(own, CHILD_OF_DEMO);
            long login = launcher.number("SELECT MAX(id) FROM login");
            for (Child child : Child.values()) {
                launcher.change("UPDATE login SET party_id = " + partyOf(child) + " WHERE id = " + login);
                own.navigate("/mina-sidor");
                assertThat(own.locator(".events li")).hasCount(Happens.values().length);
                for (Happens what : Happens.values()) {
                    assertThat(own.locator(".events")).containsText(child.headline(what));
                    assertThat(own.request()
                                    .get("/mina-sidor/handelse/"
                                            + events.get(child).get(what))
                                    .status())
                            .as("%s for the child", child.headline(what))
                            .isEqualTo(200);
                }
                if (child == Child.JUST_15) {
                    checkPage(own, "alder-barn-15");
                }
                own.navigate("/mina-sidor/samtycken");
                assertThat(own.locator("#om")).hasCount(child.isMinor() ? 0 : 1);
            }
        }
    }

    private long partyOf(Child child) throws SQLException {
        return launcher.number("SELECT s.party_id FROM case_event_subject s JOIN case_event e ON e.id = s.event_id"
                + " WHERE e.public_id = '" + events.get(child).get(Happens.CULTURE) + "'");
    }

    private static ObjectNode event(SourceEvents source, Child child, Happens what, LocalDate today) {
        ObjectNode event = source.event(
                what.caseType + " 2026-" + (7400 + child.ordinal()), child.headline(what), child.number(today));
        ObjectNode data = SourceEvents.data(event).put("arendetyp", what.caseType);
        if (what == Happens.SOCIAL_MARKED) {
            data.putObject("sekretess")
                    .put("lagrum", "OSL 26:1")
                    .put("datum", "2026-11-20")
                    .put("myndighet", "omsorgsnämnden");
        }
        return event;
    }

    private static String record(String number, String firstNames) {
        return "<Folkbokforingspost><Sekretessmarkering>N</Sekretessmarkering><Personpost>"
                + "<PersonId><PersonNr>" + number + "</PersonNr></PersonId>"
                + "<Namn><Fornamn>" + firstNames + "</Fornamn><Efternamn>Testlund</Efternamn></Namn><Relationer>"
                + "<Relation><RelationId><PersonNr>" + GUARDIAN + "</PersonNr></RelationId>"
                + "<Relationstyp>V</Relationstyp></Relation></Relationer></Personpost></Folkbokforingspost>";
    }

    /** The register's file is read within a minute or so. */
    private static void awaitChildren(Page page) {
        Instant limit = Instant.now().plus(REFRESHED);
        while (page.getByRole(AriaRole.LINK, link("Agera för " + Child.ALMOST_12.displayName()))
                                .count()
                        == 0
                && Instant.now().isBefore(limit)) {
            page.waitForTimeout(2_000);
            page.reload();
        }
    }

    private static void logIn(Page page, String person) {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(person);
        page.waitForURL(MY_PAGES);
    }

    private static void act(Page page, Child child) {
        page.navigate("/mina-sidor");
        page.getByRole(AriaRole.LINK, link("Agera för " + child.displayName())).click();
        new Citizen(page).press("Agera för " + child.displayName());
        page.waitForURL(MY_PAGES);
        assertThat(page.locator(".acting")).containsText(child.displayName());
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
