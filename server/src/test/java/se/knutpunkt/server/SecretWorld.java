package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.Oracle;
import se.knutpunkt.hub.disclosure.OracleDesk;
import se.knutpunkt.hub.policy.Policy;

/**
 * A world whose every text is a secret of its own: a word that stands nowhere else. People of every age that counts, with
 * guardians, proxies and trustees; for each of them events of each case type, marked in each way, with documents that are
 * withheld from them, and with others in them; and consents. Who may read which word, {@link Oracle} says by the rules as
 * they are shipped, and for staff {@link OracleDesk}.
 */
final class SecretWorld {
    static final String PARENT = "196006172818";
    static final String CHILD = "201608122394";
    static final String FATHER = "194005068095";
    static final String MOTHER_OF_MANY = "198503232384";
    static final String TRUSTEE = "199004072394";
    static final String NARROW_PROXY = "198003202390";
    static final String PROTECTED = "200004032389";
    static final String NOBODY = "195501292303";

    /** What a word of the world looks like; so long that no other text holds one by chance. */
    static final String WORD = "ZQ[A-P]{8}";

    private static final Map<String, String> AUTHORITIES = Map.of(
            "BYGG", "byggnadsnämnden",
            "FÖR", "barn-och-utbildningsnämnden",
            "SÄB", "omsorgsnämnden",
            "KUL", "kultur-och-fritidsnämnden");
    private static final Map<String, Oracle.Type> TYPES = Map.of(
            "BYGG", new Oracle.Type("BYGG", "OTHER", "byggnadsnämnden", "-"),
            "FÖR", new Oracle.Type("FÖR", "SCHOOL", "barn-och-utbildningsnämnden", "förskola"),
            "SÄB", new Oracle.Type("SÄB", "SOCIAL_SERVICES", "omsorgsnämnden", "äldreomsorg"),
            "KUL", new Oracle.Type("KUL", "OTHER", "kultur-och-fritidsnämnden", "-"));

    private final RunningLauncher launcher;
    private final Api api;
    private final Random random;
    private final LocalDate today;
    private final Set<String> words = new HashSet<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final Map<String, List<OracleDesk.Consent>> consents = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final List<Oracle.Rule> rules = shipped();
    private final List<String> people = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Set<String>> submitted = new HashMap<>();

    /** How an event is marked. */
    enum Mark {
        NONE,
        SECRECY,
        SECRET_AGAINST_GUARDIAN,
        REPORTER,
        PARTY_ONLY,
        NOT_SHOWN,
        REPLACED,
        WITHHELD,
        WITH_ANOTHER,
        WITH_PROTECTED;

        boolean holdsAnother() {
            return this == WITH_ANOTHER || this == WITH_PROTECTED;
        }
    }

    /** Who may act for whom; empty case types mean all. */
    record Ground(String holder, String whom, String capacity, Set<String> caseTypes) {}

    /**
     * An event and its words.
     *
     * @param id of the hub, as it stands in addresses
     * @param whole those of the text, the link and the file
     * @param summary those of the neutral summary
     * @param withheld those of a document that the party may not have; null as a rule
     */
    record Secret(
            String id,
            String person,
            String caseType,
            Mark mark,
            String caseWord,
            Set<String> whole,
            String summary,
            @Nullable Withheld withheld) {}

    /** A withheld document: its name, why it is withheld, what the party is told of it, and what it holds. */
    record Withheld(String name, String reason, String told, String content) {}

    SecretWorld(RunningLauncher launcher, long seed, LocalDate today) {
        this.launcher = launcher;
        this.api = new Api(launcher);
        this.random = new Random(seed);
        this.today = today;
    }

    /** Makes it, through the doors where there are doors. */
    void create() throws SQLException {
        List<String> children = children();
        people.addAll(List.of(PARENT, CHILD, FATHER, MOTHER_OF_MANY, TRUSTEE, NARROW_PROXY, PROTECTED));
        people.addAll(children);
        for (String person : people) {
            signal(person);
        }
        grounds.add(new Ground(PARENT, CHILD, "GUARDIAN", Set.of()));
        grounds.add(new Ground(PARENT, FATHER, "PROXY", Set.of()));
        for (String child : children) {
            relate(MOTHER_OF_MANY, child, "GUARDIAN", "");
        }
        relate(TRUSTEE, FATHER, "TRUSTEE", "");
        relate(NARROW_PROXY, PARENT, "PROXY", "KUL");
        refuse();
        consent();
        submit(PARENT);
        submit(TRUSTEE);
        // one of the children too
        for (String person : List.of(PROTECTED, children.get(children.size() - 1))) {
            launcher.change("UPDATE party SET protected_identity = TRUE WHERE id = " + idOf(person));
            hidden.add(person);
        }
    }

    /** Events that no one takes: of an unknown case type, and with the id of another. */
    private void refuse() {
        for (String caseType : List.of("OKAND", "KUL")) {
            ArrayNode batch = Api.JSON.createArrayNode();
            Secret secret = event(batch, PARENT, caseType, Mark.NONE, word(), null);
            ObjectNode event = (ObjectNode) batch.get(0);
            if (caseType.equals("KUL")) {
                event.put("id", "secret-of-two");
                SourceEvents.data(event).put("kundhandelseId", "secret-of-two");
                ObjectNode other = new SourceEvents(launcher).event("KUL 2026-77", "Den som var först", PARENT);
                other.put("id", "secret-of-two");
                SourceEvents.data(other).put("kundhandelseId", "secret-of-two");
                assertThat(api.post(Api.ONE, other.toString()).status()).isEqualTo(200);
            }
            assertThat(api.post(Api.ONE, event.toString()).status()).isBetween(400, 499);
            refused.addAll(secret.whole());
            refused.add(secret.summary());
            refused.add(secret.caseWord());
        }
    }

    /** Some to the contact centre and some to the handlers of another, and one that is taken back. */
    private void consent() {
        consent(PARENT, "SÄB", "", true);
        consent(PARENT, "FÖR", "", false);
        consent(PARENT, "KUL", "", false);
        consent(PARENT, "BYGG", "KUL", false);
        consent(FATHER, "SÄB", "KUL", false);
        consent(PROTECTED, "BYGG", "KUL", false);
    }

    /** By the page; of the authority or branch of a case type, to that of another or, with none, the contact centre. */
    private void consent(String by, String aboutType, String toType, boolean takenBack) {
        Oracle.Type about = Objects.requireNonNull(TYPES.get(aboutType));
        Oracle.Type to = TYPES.get(toType);
        FormBrowser browser = new FormBrowser(launcher.address());
        FormBrowser.Answer page = browser.logIn("/mina-sidor/samtycken", by);
        page = browser.submit(
                page.form("[action$=/samtycken]"),
                Map.of("om", place(about), "till", to == null ? "*" : place(to), "tid", "manad"));
        assertThat(page.page().text()).contains("gäller från nu");
        if (takenBack) {
            assertThat(page.page().select("form[action$=/ta-tillbaka]")).hasSize(1);
            page = browser.submit(page.form("[action$=/ta-tillbaka]"), Map.of());
            assertThat(page.page().text()).contains("gäller inte längre");
        }
        consents.computeIfAbsent(by, giver -> new ArrayList<>())
                .add(new OracleDesk.Consent(
                        about.authority(),
                        about.branch(),
                        to == null ? "" : to.authority(),
                        to == null ? "-" : to.branch(),
                        today.plusDays(1),
                        takenBack));
    }

    private static String place(Oracle.Type type) {
        return type.branch().equals("-") ? type.authority() : type.authority() + "/" + type.branch();
    }

    /** A proposal, filled in and sent by its page. */
    private void submit(String person) {
        String heading = word();
        String text = word();
        FormBrowser browser = new FormBrowser(launcher.address());
        browser.logIn("/mina-sidor", person);
        FormBrowser.Answer page = browser.press(browser.open("/e-tjanster/lamna-medborgarforslag"), "Börja", Map.of());
        page = browser.press(
                page,
                "Fortsätt",
                Map.of("rubrik", "Om " + heading, "forslag", "Jag föreslår att kommunen bygger " + text + "."));
        page = browser.press(page, "Fortsätt", Map.of("tillsammans", "no"));
        page = browser.press(page, "Fortsätt", Map.of());
        page = browser.press(page, "Fortsätt", Map.of("epost", "nagon@exempel.se"));
        page = browser.press(page, "Skicka till kommunen", Map.of());
        assertThat(page.page().select(".case-number")).as(page.page().text()).hasSize(1);
        submitted.put(person, Set.of(heading, text));
    }

    /** What a person has sent in by a form. */
    Set<String> sentInBy(String person) {
        return submitted.getOrDefault(person, Set.of());
    }

    /** What those may read who register what is sent in. */
    Set<String> readableByRegistrar() {
        return submitted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** What those may read who look after events that were refused. */
    Set<String> readableByManager() {
        return refused;
    }

    /** The identity numbers that no page shows. */
    String[] numbersOfChildren() {
        return people.subList(7, people.size()).toArray(String[]::new);
    }

    /** All words that there are. */
    Set<String> words() {
        return words;
    }

    /** All events, but for those that were replaced. */
    List<Secret> secrets() {
        return secrets;
    }

    /** A new word that is nobody's yet. */
    String word() {
        StringBuilder word = new StringBuilder("ZQ");
        while (word.length() < 10) {
            word.append((char) ('A' + random.nextInt(16)));
        }
        return words.add(word.toString()) ? word.toString() : word();
    }

    /** What a person may read, acting for themselves: their own, and that of those they may act for. */
    Set<String> readableBy(String reader) {
        Set<String> readable = new HashSet<>(submitted.getOrDefault(reader, Set.of()));
        for (Secret secret : secrets) {
            String degree = degree(reader, secret);
            add(readable, secret, degree);
            if (secret.withheld() != null && degree.equals("FULL")) {
                readable.add(secret.withheld().told());
            }
        }
        return readable;
    }

    /** What a list must show of that: the texts of what may be read whole, the summaries of what may not. */
    Set<String> listedFor(String reader) {
        Set<String> listed = new HashSet<>();
        for (Secret secret : secrets) {
            String degree = degree(reader, secret);
            if (degree.equals("FULL")) {
                listed.add(secret.whole().iterator().next());
            } else if (degree.equals("SUMMARY")) {
                listed.add(secret.summary());
            }
        }
        return listed;
    }

    /** What a system may read that has a right to ask about a case type, and has sent nothing. */
    Set<String> readableBySystem(String caseType) {
        Oracle.Looker system = new Oracle.Looker("SYSTEM", "ASK", false, false, true, false, false);
        Set<String> readable = new HashSet<>();
        secrets.stream()
                .filter(secret -> secret.caseType().equals(caseType))
                .forEach(secret -> add(readable, secret, shows(system, secret)));
        return readable;
    }

    /** What staff may read of a person at a desk. */
    Set<String> readableByStaff(String person, OracleDesk.Desk desk, Set<String> roles) {
        Set<String> readable = new HashSet<>();
        for (Secret secret : of(person)) {
            add(readable, secret, shows(desk, roles, secret, true));
            addWithheld(readable, secret, desk, roles);
        }
        return readable;
    }

    /** What the pages must show of that to who follows all links: no link to the system, and no summary of what is whole. */
    Set<String> shownToStaff(String person, OracleDesk.Desk desk, Set<String> roles) {
        Set<String> shown = new HashSet<>();
        for (Secret secret : of(person)) {
            String degree = shows(desk, roles, secret, true);
            if (degree.equals("FULL")) {
                List<String> whole = List.copyOf(secret.whole());
                shown.addAll(whole.subList(0, 2));
                shown.addAll(whole.subList(3, whole.size()));
                shown.add(secret.caseWord());
            } else if (degree.equals("SUMMARY")) {
                shown.addAll(List.of(secret.summary(), secret.caseWord()));
            }
            addWithheld(shown, secret, desk, roles);
        }
        return shown;
    }

    private List<Secret> of(String person) {
        return secrets.stream().filter(one -> one.person().equals(person)).toList();
    }

    /** That it is withheld, and why, is for whoever sees the event whole without a consent; what it holds is for the few. */
    private void addWithheld(Set<String> readable, Secret secret, OracleDesk.Desk desk, Set<String> roles) {
        Withheld withheld = secret.withheld();
        if (withheld == null || !shows(desk, roles, secret, false).equals("FULL")) {
            return;
        }
        readable.addAll(List.of(withheld.name(), withheld.reason(), withheld.told()));
        if (List.of("HANDLER", "REGISTRAR", "AUDITOR").contains(desk.as())) {
            readable.add(withheld.content());
        }
    }

    private String shows(OracleDesk.Desk desk, Set<String> roles, Secret secret, boolean withConsents) {
        return OracleDesk.shows(
                desk,
                roles,
                withConsents ? consents.getOrDefault(secret.person(), List.of()) : List.of(),
                described(secret),
                holdsAnother(secret),
                age(secret.person()),
                rules,
                today);
    }

    /** All whom the events are about. */
    List<String> people() {
        return people;
    }

    /** What the system may read that sent it all. */
    Set<String> readableBySender() {
        return words;
    }

    String degree(String reader, Secret secret) {
        if (secret.person().equals(reader)) {
            return shows(looker("SELF", true), secret);
        }
        return grounds.stream()
                .filter(ground ->
                        ground.holder().equals(reader) && ground.whom().equals(secret.person()))
                .findFirst()
                .map(ground -> shows(
                        looker(
                                ground.capacity(),
                                ground.caseTypes().isEmpty()
                                        || ground.caseTypes().contains(secret.caseType())),
                        secret))
                .orElse("HIDDEN");
    }

    private static Oracle.Looker looker(String capacity, boolean covered) {
        return new Oracle.Looker(capacity, "MY_PAGES", covered, false, false, false, false);
    }

    private String shows(Oracle.Looker looker, Secret secret) {
        return Oracle.shows(looker, described(secret), age(secret.person()), rules, today);
    }

    private Oracle.Event described(Secret secret) {
        return new Oracle.Event(
                TYPES.get(secret.caseType()),
                "PROV",
                secret.mark() != Mark.NOT_SHOWN,
                secret.mark() == Mark.SECRECY ? "OSL 26:1" : "",
                secret.mark() == Mark.SECRET_AGAINST_GUARDIAN,
                secret.mark() == Mark.REPORTER,
                secret.mark() == Mark.PARTY_ONLY,
                hidden.contains(secret.person()),
                secret.mark() == Mark.WITH_PROTECTED && holdsAnother(secret));
    }

    /** The one who is the other in some is nobody's other in their own. */
    private static boolean holdsAnother(Secret secret) {
        boolean own = secret.mark() == Mark.WITH_PROTECTED && secret.person().equals(PROTECTED);
        return secret.mark().holdsAnother() && !own;
    }

    private static void add(Set<String> readable, Secret secret, String degree) {
        if (degree.equals("FULL")) {
            readable.addAll(secret.whole());
        }
        if (!degree.equals("HIDDEN") && !degree.equals("EXISTS")) {
            readable.add(secret.summary());
            readable.add(secret.caseWord());
        }
    }

    private int age(String person) {
        LocalDate birth =
                LocalDate.parse(person.substring(0, 4) + "-" + person.substring(4, 6) + "-" + person.substring(6, 8));
        return Period.between(birth, today).getYears();
    }

    /** Of each age that counts, on the birthday and the day before it, as near as there are test numbers. */
    private List<String> children() {
        List<String> children = new ArrayList<>();
        for (int age : List.of(12, 15, 16, 18, 7)) {
            for (int days : List.of(0, 1)) {
                LocalDate birth = today.minusYears(age).plusDays(days);
                while (TestPersons.bornOn(birth).isEmpty()) {
                    birth = birth.plusDays(days == 0 ? -1 : 1);
                }
                children.add(TestPersons.bornOn(birth).get(0));
            }
        }
        return children;
    }

    private void relate(String holder, String whom, String capacity, String caseTypes) throws SQLException {
        long holderId = idOf(holder);
        long whomId = idOf(whom);
        if (capacity.equals("GUARDIAN")) {
            launcher.change("INSERT INTO guardianship (guardian_id, child_id, confirmed_at) VALUES (" + holderId + ", "
                    + whomId + ", UTC_TIMESTAMP(6))");
        } else {
            boolean trustee = capacity.equals("TRUSTEE");
            launcher.change("INSERT INTO mandate (holder_id, grantor_id, from_date, until_date, case_types, relation,"
                    + " appointed_as, duties) VALUES (" + holderId + ", " + whomId
                    + ", '2020-01-01', '2099-12-31', '" + caseTypes + "', '" + capacity + "', "
                    + (trustee ? "'GOD_MAN', 'PERSON')" : "NULL, '')"));
        }
        grounds.add(new Ground(holder, whom, capacity, caseTypes.isEmpty() ? Set.of() : Set.of(caseTypes)));
    }

    /** The party's id, by way of an event that is about it. */
    private long idOf(String person) throws SQLException {
        String event = secrets.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow()
                .id();
        return launcher.number("SELECT s.party_id FROM case_event_subject s JOIN case_event e ON e.id = s.event_id"
                + " WHERE e.public_id = '" + event + "'");
    }

    private void signal(String person) {
        ArrayNode batch = Api.JSON.createArrayNode();
        List<Secret> sent = new ArrayList<>();
        for (String caseType : AUTHORITIES.keySet()) {
            String caseWord = word();
            for (Mark mark : Mark.values()) {
                sent.add(event(batch, person, caseType, mark, caseWord, null));
                if (mark == Mark.REPLACED) {
                    String replaced = batch.get(batch.size() - 1).get("id").asText();
                    sent.add(event(batch, person, caseType, Mark.NONE, caseWord, replaced));
                }
            }
        }
        Api.Answer answer = api.post(Api.BATCH, batch.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode results = answer.json().get("results");
        Map<String, Secret> known = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            Secret one = sent.get(i);
            String id = results.get(i).get("eventId").asText();
            known.put(
                    id,
                    new Secret(
                            id,
                            person,
                            one.caseType(),
                            one.mark(),
                            one.caseWord(),
                            one.whole(),
                            one.summary(),
                            one.withheld()));
        }
        // the words of what was replaced are nobody's to read any more
        known.values().stream().filter(one -> one.mark() != Mark.REPLACED).forEach(secrets::add);
    }

    private Secret event(
            ArrayNode batch, String person, String caseType, Mark mark, String caseWord, @Nullable String replaced) {
        String headline = word();
        String description = word();
        String link = word();
        String file = word();
        String content = word();
        String summary = word();
        ObjectNode event = new SourceEvents(launcher).event(caseWord + " 2026-1", headline, person);
        ObjectNode data = SourceEvents.data(event);
        data.put("beskrivning", "Det här är " + description + ".")
                .put("neutralSammanfattning", "Något " + summary + " har hänt")
                .put("rubrik", "Om " + headline)
                .put("arendetyp", caseType)
                .put("kundhandelseTyp", "ALVSTAD.PROV.PROV")
                .put("visasForMedborgaren", mark != Mark.NOT_SHOWN)
                .put("hemligForVardnadshavare", mark == Mark.SECRET_AGAINST_GUARDIAN)
                .put("skyddarAnmalare", mark == Mark.REPORTER)
                .put("endastParten", mark == Mark.PARTY_ONLY);
        if (mark == Mark.SECRECY) {
            data.putObject("sekretess")
                    .put("lagrum", "OSL 26:1")
                    .put("datum", "2026-11-20")
                    .put("myndighet", Objects.requireNonNull(AUTHORITIES.get(caseType)));
        }
        if (replaced != null) {
            data.putObject("ersatter")
                    .put("kundhandelseId", replaced)
                    .put("satt", "RATTELSE")
                    .put("tidpunkt", "2026-11-21T08:00:00Z");
        }
        if (mark.holdsAnother()) {
            // the case is another's, and the event about the person
            String party = mark == Mark.WITH_PROTECTED ? PROTECTED : person.equals(FATHER) ? PARENT : FATHER;
            data.putObject("beror").put("identifierare", person).put("typ", "Personnummer");
            ((ObjectNode) data.get("part").get("kund")).put("identifierare", party);
        }
        data.putObject("referenser").put("lank", "https://system.example/" + link);
        ArrayNode files = data.putArray("bilagor");
        Withheld withheld = mark == Mark.WITHHELD ? withhold(files) : null;
        file(files, file, content);
        batch.add(event);
        // in the order of the page: what the list shows comes first
        Set<String> whole = new java.util.LinkedHashSet<>(List.of(headline, description, link, file, content));
        return new Secret("", person, caseType, mark, caseWord, whole, summary, withheld);
    }

    private Withheld withhold(ArrayNode files) {
        Withheld withheld = new Withheld(word(), word(), word(), word());
        file(files, withheld.name(), withheld.content())
                .putObject("undantagen")
                .put("lagrum", "OSL 26:5")
                .put("skal", "Därför att " + withheld.reason())
                .put("upplysning", "Något om " + withheld.told());
        return withheld;
    }

    private static ObjectNode file(ArrayNode files, String name, String content) {
        return files.addObject()
                .put("namn", name + ".txt")
                .put("mediatyp", "text/plain")
                .put("innehall", Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The lines that come with the product, as the table has them. */
    private static List<Oracle.Rule> shipped() {
        try (InputStream lines = Objects.requireNonNull(Policy.class.getResourceAsStream("policy.json"))) {
            List<Oracle.Rule> rules = new ArrayList<>();
            for (JsonNode line : Api.JSON.readTree(lines)) {
                rules.add(new Oracle.Rule(
                        line.get("key").asText(),
                        line.has("sector") ? "SECTOR" : "MUNICIPALITY",
                        line.path("sector").asText(),
                        line.get("capacity").asText(),
                        line.has("from") ? line.get("from").asInt() : null,
                        line.has("below") ? line.get("below").asInt() : null,
                        line.path("kind").asText(),
                        line.path("marking").asText(),
                        null,
                        null,
                        line.get("degree").asText()));
            }
            return rules;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
