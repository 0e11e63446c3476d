package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.access.NotedLook;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.consent.Consents;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.DelegationRegister;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.disclosure.EndedLooks;
import se.knutpunkt.hub.disclosure.LookGround;
import se.knutpunkt.hub.disclosure.LookReason;
import se.knutpunkt.hub.disclosure.LookUp;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.disclosure.StaffEvents;
import se.knutpunkt.hub.disclosure.StaffPage;
import se.knutpunkt.hub.disclosure.StaffReader;
import se.knutpunkt.hub.disclosure.StaffRow;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Marking;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.NewLogin;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.login.Who;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.role.Workplace;

/** Staff look people up: what lists show is what opens, by each ground alone. Each test has persons of its own. */
class StaffLooksIT extends ContainerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Stockholm"));

    @EJB
    StaffEvents events;

    @EJB
    EventIntake intake;

    @EJB
    SourceSystems sources;

    @EJB
    Logins logins;

    @EJB
    StaffMembers members;

    @EJB
    RoleRules roles;

    @EJB
    DelegationRegister delegations;

    @EJB
    Parties parties;

    @EJB
    AccessLog log;

    @EJB
    Consents consents;

    @EJB
    EndedLooks ended;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void whatAListShowsIsWhatOpensByEachGroundAlone() {
        String person = "189901159815";
        everything("alla", person, "198803282386");
        StaffReader centre =
                reader("sl-kc", workplace("kommunstyrelsen", null, "SL-centret"), StaffRole.CONTACT_CENTRE);
        StaffReader culture = reader("sl-kul", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.HANDLER);
        StaffReader preschool =
                reader("sl-fsk", workplace("barn-och-utbildningsnämnden", "förskola", null), StaffRole.HANDLER);
        StaffReader school = reader("sl-bun", workplace("barn-och-utbildningsnämnden", null, null), StaffRole.HANDLER);
        StaffReader registrar =
                reader("sl-reg", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.REGISTRAR);
        StaffReader auditor = reader("sl-rev", null, StaffRole.AUDITOR);
        delegations.make(
                new Delegation(
                        "kultur-och-fritidsnämnden",
                        null,
                        new Recipient.Unit("kommunstyrelsen", "SL-centret"),
                        false,
                        Set.of("KUL"),
                        Right.SEE,
                        "KFN SL § 1",
                        TODAY,
                        null),
                centre.staff());

        Set<String> ofCulture = Set.of("alla-kul", "alla-kul-inne", "alla-kul-markt", "alla-kul-ny");
        assertThat(shown(culture, person)).containsExactlyInAnyOrderElementsOf(ofCulture);
        assertThat(shown(registrar, person)).containsExactlyInAnyOrderElementsOf(ofCulture);
        assertThat(shown(preschool, person)).containsExactlyInAnyOrder("alla-for", "alla-for-anmalare");
        assertThat(shown(school, person))
                .as("a branch is a boundary of its own")
                .isEmpty();
        assertThat(shown(auditor, person)).as("no line is shipped for auditors").isEmpty();

        LookGround whole = events.grounds(centre).get(0);
        LookGround delegated = events.grounds(centre).get(1);
        assertThat(delegated.inside()).isEqualTo(Capacity.HANDLER);
        assertThat(shown(centre, whole, person, Degree.SUMMARY)).containsExactlyInAnyOrder("alla-kul", "alla-kul-ny");
        assertThat(shown(centre, whole, person, Degree.EXISTS))
                .containsExactlyInAnyOrder("alla-for", "alla-for-anmalare");
        assertThat(shown(centre, whole, person, Degree.FULL)).isEmpty();
        assertThat(shown(centre, delegated, person, Degree.FULL)).containsExactlyInAnyOrderElementsOf(ofCulture);
        assertThat(shown(centre, delegated, person, Degree.EXISTS)).isEmpty();
    }

    /** The ids of all rows of the reader's only ground; each row is tried to open, and so is what the list leaves out. */
    private Set<String> shown(StaffReader reader, String person) {
        LookGround ground = events.grounds(reader).get(0);
        Set<String> all = new TreeSet<>();
        for (Degree degree : Degree.values()) {
            all.addAll(shown(reader, ground, person, degree));
        }
        return all;
    }

    private Set<String> shown(StaffReader reader, LookGround ground, String person, Degree degree) {
        String token = begin(reader, person);
        List<StaffRow> rows = page(reader, token, ground).rows();
        Map<String, String> ids = idsOf("alla-");
        ids.forEach((external, id) -> {
            Optional<StaffEvent> opened = events.open(reader, token, ground.key(), id);
            Optional<StaffRow> row =
                    rows.stream().filter(one -> one.row().eventId().equals(id)).findFirst();
            Degree listed = row.map(one -> one.row().degree()).orElse(Degree.HIDDEN);
            assertThat(opened.map(StaffEvent::degree).orElse(Degree.HIDDEN))
                    .as(external + " by " + ground)
                    .isEqualTo(listed == Degree.EXISTS ? Degree.HIDDEN : listed);
            opened.ifPresent(event -> {
                assertThat(event.headline())
                        .isEqualTo(row.orElseThrow().row().text())
                        .isEqualTo(listed == Degree.FULL ? "Rubrik " + external : "Neutralt " + external);
                assertThat(event.description().isEmpty()).isEqualTo(listed != Degree.FULL);
                assertThat(events.openCase(
                                reader, token, ground.key(), event.caseRef().caseId()))
                        .hasValueSatisfying(found -> assertThat(found.timeline())
                                .extracting(one -> one.row().eventId())
                                .contains(id));
            });
        });
        return ids.entrySet().stream()
                .filter(one -> rows.stream()
                        .anyMatch(row -> row.row().eventId().equals(one.getValue())
                                && row.row().degree() == degree))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One of each sort, all about a person; one of them is replaced by another. */
    private void everything(String prefix, String person, String other) {
        take(event(prefix + "-kul", "KUL", person, null, true, Confidentiality.NONE, null));
        take(event(prefix + "-kul-inne", "KUL", person, null, false, Confidentiality.NONE, null));
        Marking marking = new Marking("OSL 21:1", TODAY, "kultur-och-fritidsnämnden");
        take(event(
                prefix + "-kul-markt",
                "KUL",
                person,
                null,
                true,
                new Confidentiality(marking, false, false, false),
                null));
        take(event(prefix + "-kul-gammal", "KUL", person, null, true, Confidentiality.NONE, null));
        take(event(
                prefix + "-kul-ny",
                "KUL",
                person,
                null,
                true,
                Confidentiality.NONE,
                new Replacement(
                        prefix + "-kul-gammal", Replacement.Kind.CORRECTION, Instant.parse("2026-11-20T11:00:00Z"))));
        take(event(prefix + "-for", "FÖR", person, null, true, Confidentiality.NONE, null));
        take(event(
                prefix + "-for-anmalare",
                "FÖR",
                person,
                null,
                true,
                new Confidentiality(null, false, true, false),
                null));
        // of another person, whose event is never a row here
        take(event(prefix + "-kul-annan", "KUL", other, null, true, Confidentiality.NONE, null));
    }

    @Test
    void whoeverIsProtectedIsAsAPersonWithoutEventsAndANumberThatNobodyHas() throws SQLException {
        String protectedPerson = "196409294698";
        String empty = "196501253063";
        String unknown = "197003199291";
        take(event("skydd-1", "KUL", protectedPerson, null, true, Confidentiality.NONE, null));
        take(event("skydd-2", "FÖR", "195001182061", protectedPerson, true, Confidentiality.NONE, null));
        parties.register(number(empty));
        PartyId hidden = parties.find(number(protectedPerson)).orElseThrow();
        StaffReader handler = reader("sk-kul", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.HANDLER);
        StaffReader few = reader(
                "sk-fa",
                workplace("kultur-och-fritidsnämnden", null, null),
                StaffRole.HANDLER,
                StaffRole.PROTECTED_READER);
        LookGround ground = events.grounds(handler).get(0);
        assertThat(page(handler, begin(handler, protectedPerson), ground).rows())
                .hasSize(1);
        parties.protect(hidden, true);

        long parties = count("SELECT COUNT(*) FROM party");
        for (String person : List.of(protectedPerson, empty, unknown)) {
            String token = begin(handler, person);
            StaffPage page = page(handler, token, ground);
            assertThat(page.rows()).isEmpty();
            assertThat(page.next()).isNull();
            assertThat(page.lookedUp().protectedData()).isFalse();
            assertThat(events.open(handler, token, ground.key(), idsOf("skydd-").get("skydd-1")))
                    .isEmpty();
        }
        assertThat(count("SELECT COUNT(*) FROM party"))
                .as("no party is made of a number")
                .isEqualTo(parties);
        assertThat(statements(handler, ground, protectedPerson))
                .as("the same statements for whoever is protected, has nothing, or does not exist")
                .isEqualTo(statements(handler, ground, empty))
                .isEqualTo(statements(handler, ground, unknown));

        String token = begin(few, protectedPerson);
        StaffPage page = page(few, token, events.grounds(few).get(0));
        assertThat(page.lookedUp().protectedData()).isTrue();
        assertThat(page.rows()).hasSize(1);
        assertThat(events.open(
                        few, token, ground.key(), page.rows().get(0).row().eventId()))
                .isPresent();
        // what was tried is noted about the person, whoever looked
        assertThat(log.latestAbout(hidden, 100))
                .extracting(noted -> noted.look().who())
                .contains(
                        "staff:" + handler.staff().value(),
                        "staff:" + few.staff().value());
    }

    @Test
    void theProtectionOfTheOtherPersonHoldsToo() {
        String party = "200604232397";
        String child = "195001182061";
        take(event("annan-1", "FÖR", party, child, true, Confidentiality.NONE, null));
        take(event("annan-2", "FÖR", child, null, true, Confidentiality.NONE, null));
        PartyId hidden = parties.find(number(party)).orElseThrow();
        StaffReader handler =
                reader("an-fsk", workplace("barn-och-utbildningsnämnden", "förskola", null), StaffRole.HANDLER);
        StaffReader few = reader(
                "an-fa",
                workplace("barn-och-utbildningsnämnden", "förskola", null),
                StaffRole.HANDLER,
                StaffRole.PROTECTED_READER);
        LookGround ground = events.grounds(handler).get(0);
        assertThat(rowIds(handler, ground, child)).contains(idsOf("annan-").get("annan-1"));
        parties.protect(hidden, true);
        try {
            String both = idsOf("annan-").get("annan-1");
            assertThat(rowIds(handler, ground, child))
                    .contains(idsOf("annan-").get("annan-2"))
                    .doesNotContain(both);
            assertThat(events.open(handler, begin(handler, child), ground.key(), both))
                    .isEmpty();
            String token = begin(few, child);
            assertThat(page(few, token, ground).rows())
                    .filteredOn(StaffRow::otherProtected)
                    .extracting(row -> row.row().eventId())
                    .containsExactly(both);
            assertThat(events.open(few, token, ground.key(), both).orElseThrow().otherProtected())
                    .isTrue();
        } finally {
            parties.protect(hidden, false);
        }
    }

    @Test
    void eachLookIsNotedWithItsGroundItsReasonAndWhatItShowed() throws SQLException {
        String person = "199504032385";
        for (int i = 0; i < 23; i++) {
            take(event("logg-" + i, "KUL", person, null, true, Confidentiality.NONE, null));
        }
        StaffReader handler = reader("lo-kul", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.HANDLER);
        LookGround ground = events.grounds(handler).get(0);
        String token = begin(handler, person);
        StaffPage first = page(handler, token, ground);
        assertThat(first.rows()).hasSize(20);
        StaffPage second =
                events.page(handler, token, ground.key(), first.next()).orElseThrow();
        assertThat(second.rows()).hasSize(3);
        assertThat(second.next()).isNull();

        List<Look> looks = log.latestAbout(parties.find(number(person)).orElseThrow(), 100).stream()
                .map(NotedLook::look)
                .filter(look -> look.who().equals("staff:" + handler.staff().value()))
                .toList();
        assertThat(looks).hasSize(25);
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.capacity()).isEqualTo("HANDLER");
            assertThat(look.purpose()).isEqualTo("YOUR_PAGES");
            assertThat(look.basis()).isEqualTo(new Look.Basis("OWN kultur-och-fritidsnämnden", "CASE", "KUL 2026-17"));
        });
        assertThat(looks)
                .filteredOn(look -> look.what().startsWith("event:"))
                .hasSize(23)
                .allSatisfy(look -> assertThat(look.rule()).matches("HANDLAGGARE@[0-9]+"));
        assertThat(count("SELECT COUNT(*) FROM access_log WHERE note_sealed LIKE '%2026-17%'"))
                .isZero();
        assertThatThrownBy(() -> events.page(handler, token, ground.key(), "inte-en"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aLookUpBelongsToItsLoginAndItsTimeAndAGroundToThoseWhoHaveIt() throws SQLException {
        String person = "200104102397";
        take(event("tid-1", "KUL", person, null, true, Confidentiality.NONE, null));
        StaffReader handler = reader("ti-kul", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.HANDLER);
        StaffReader other = reader("ti-annan", workplace("kultur-och-fritidsnämnden", null, null), StaffRole.HANDLER);
        LookGround ground = events.grounds(handler).get(0);
        String token = begin(handler, person);
        assertThat(page(handler, token, ground).rows()).hasSize(1);
        assertThat(events.page(other, token, ground.key(), null)).isEmpty();
        assertThat(events.lives(other, token)).isFalse();
        StaffReader plain = new StaffReader(handler.staff(), Set.of(StaffRole.EDITOR), handler.login());
        assertThat(events.page(plain, token, ground.key(), null)).isEmpty();
        assertThat(events.lives(plain, token)).isTrue();
        assertThat(events.page(handler, token, "AAAAAAAAAAAAAAAA", null)).isEmpty();

        update("UPDATE staff_look SET ends_at = '2020-01-01' WHERE login_id = " + handler.login());
        assertThat(events.page(handler, token, ground.key(), null)).isEmpty();
        assertThat(events.lives(handler, token)).isFalse();
        begin(other, person);
        assertThat(count("SELECT COUNT(*) FROM staff_look WHERE login_id = " + handler.login()))
                .as("nobody who looks somebody up waits for what is over to be removed")
                .isEqualTo(1);
        ended.sweep();
        assertThat(count("SELECT COUNT(*) FROM staff_look WHERE login_id = " + handler.login()))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM staff_look WHERE login_id = " + other.login()))
                .as("what lives stays")
                .isEqualTo(1);
    }

    @Test
    void aConsentShowsNeverLessAndCrossesNoBranchThatItDoesNotName() {
        String person = "198109262389";
        String another = "198311022399";
        take(event("samtycke-egen", "KUL", person, null, true, Confidentiality.NONE, null));
        take(event("samtycke-annan", "KUL", another, person, true, Confidentiality.NONE, null));
        take(event("samtycke-gren", "FÖR", person, null, true, Confidentiality.NONE, null));
        StaffReader centre =
                reader("sa-kc", workplace("kommunstyrelsen", null, "SA-centret"), StaffRole.CONTACT_CENTRE);
        LookGround ground = events.grounds(centre).get(0);
        Map<String, Degree> before = degrees(centre, ground, person);
        assertThat(before)
                .isEqualTo(Map.of(
                        "samtycke-egen", Degree.SUMMARY,
                        "samtycke-annan", Degree.SUMMARY,
                        "samtycke-gren", Degree.EXISTS));

        PartyId giver = parties.find(number(person)).orElseThrow();
        consents.give(giver, new Consent("kultur-och-fritidsnämnden", null, LocalDate.now(CLOCK)));
        consents.give(giver, new Consent("barn-och-utbildningsnämnden", null, LocalDate.now(CLOCK)));
        assertThat(degrees(centre, ground, person))
                .isEqualTo(Map.of(
                        "samtycke-egen", Degree.FULL,
                        "samtycke-annan", Degree.SUMMARY,
                        "samtycke-gren", Degree.EXISTS));
        consents.give(giver, new Consent("barn-och-utbildningsnämnden", "förskola", null, null, LocalDate.now(CLOCK)));
        assertThat(degrees(centre, ground, person)).containsEntry("samtycke-gren", Degree.FULL);
        assertThat(consents.of(giver)).hasSize(3);
    }

    /** How much a list shows of each event by its sender's id; what opens says the same. */
    private Map<String, Degree> degrees(StaffReader reader, LookGround ground, String person) {
        String token = begin(reader, person);
        List<StaffRow> rows = page(reader, token, ground).rows();
        Map<String, Degree> degrees = new TreeMap<>();
        idsOf("samtycke-").forEach((external, id) -> {
            Degree listed = rows.stream()
                    .filter(row -> row.row().eventId().equals(id))
                    .map(row -> row.row().degree())
                    .findFirst()
                    .orElse(Degree.HIDDEN);
            assertThat(events.open(reader, token, ground.key(), id)
                            .map(StaffEvent::degree)
                            .orElse(Degree.HIDDEN))
                    .as(external)
                    .isEqualTo(listed == Degree.EXISTS ? Degree.HIDDEN : listed);
            degrees.put(external, listed);
        });
        return degrees;
    }

    @Test
    void aRoleGivesGroundsWhereItsOwnLineSaysAndNowhereElse() {
        StaffId member = members.register("idp", "sl-flera", "sl-flera");
        Map<StaffRole, Workplace> lines = Map.of(
                StaffRole.HANDLER, workplace("kultur-och-fritidsnämnden", null, null),
                StaffRole.REGISTRAR, workplace("byggnadsnämnden", null, null),
                StaffRole.EDITOR, workplace("barn-och-utbildningsnämnden", "förskola", null));
        lines.forEach((role, place) -> roles.add(new RoleRule(role, "", "sl", "sl-flera", place), member));
        roles.arrived(member, roles.workLinesOf("idp", Map.of("sl", Set.of("sl-flera"))));

        assertThat(roles.workplacesOf(member)).containsExactlyInAnyOrderElementsOf(lines.values());
        lines.forEach((role, place) ->
                assertThat(roles.workplacesOf(member, role)).as(role.name()).containsExactly(place));
        assertThat(roles.workplacesOf(member, StaffRole.AUDITOR)).isEmpty();
        assertThat(places(loggedIn(member, StaffRole.HANDLER, StaffRole.REGISTRAR, StaffRole.EDITOR)))
                .containsExactlyInAnyOrder("HANDLER kultur-och-fritidsnämnden", "REGISTRAR byggnadsnämnden");
        assertThat(places(loggedIn(member, StaffRole.REGISTRAR))).containsExactly("REGISTRAR byggnadsnämnden");
        assertThat(places(loggedIn(member, StaffRole.EDITOR))).isEmpty();
    }

    private List<String> places(StaffReader reader) {
        return events.grounds(reader).stream()
                .map(ground -> ground.inside() + " " + ground.boundary().authority())
                .toList();
    }

    // ---- what the tests use

    private StaffReader reader(String name, @Nullable Workplace workplace, StaffRole... given) {
        StaffId member = members.register("idp", name, name);
        if (workplace != null) {
            roles.add(new RoleRule(given[0], "", "sl", name, workplace), member);
            roles.arrived(member, roles.workLinesOf("idp", Map.of("sl", Set.of(name))));
        }
        return loggedIn(member, given);
    }

    private StaffReader loggedIn(StaffId member, StaffRole... given) {
        Set<StaffRole> all = Arrays.stream(given).collect(Collectors.toSet());
        String token = logins.start(new NewLogin(new Who.Staff(member, all), "sl", AssuranceLevel.LOA3));
        return new StaffReader(member, all, logins.find(token).orElseThrow().id());
    }

    private static Workplace workplace(String authority, @Nullable String branch, @Nullable String unit) {
        return new Workplace(authority, branch, unit);
    }

    private String begin(StaffReader reader, String person) {
        return events.begin(reader, new LookUp(number(person), LookReason.CASE, "KUL 2026-17"));
    }

    private StaffPage page(StaffReader reader, String token, LookGround ground) {
        return events.page(reader, token, ground.key(), null).orElseThrow();
    }

    private List<String> rowIds(StaffReader reader, LookGround ground, String person) {
        return page(reader, begin(reader, person), ground).rows().stream()
                .map(row -> row.row().eventId())
                .toList();
    }

    /** How many statements of each sort the whole hub runs for a look-up; the quietest of five is its own. */
    private String statements(StaffReader reader, LookGround ground, String person) throws SQLException {
        String least = "";
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            List<Long> before = statements();
            page(reader, begin(reader, person), ground);
            List<Long> after = statements();
            long sum = 0;
            StringBuilder each = new StringBuilder();
            for (int place = 0; place < before.size(); place++) {
                long made = after.get(place) - before.get(place);
                sum += made;
                each.append(made).append(' ');
            }
            if (sum < fewest) {
                fewest = sum;
                least = each.toString();
            }
        }
        return least;
    }

    private List<Long> statements() throws SQLException {
        return List.of(status("COM_SELECT"), status("COM_INSERT"), status("COM_DELETE"), status("COM_UPDATE"));
    }

    private long status(String name) throws SQLException {
        return count(
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = '" + name + "'");
    }

    private void take(IncomingEvent event) {
        intake.take(sources.find("demo-verksamhet").orElseThrow(), event);
    }

    private static IncomingEvent event(
            String id,
            String type,
            String party,
            @Nullable String concerns,
            boolean shown,
            Confidentiality confidentiality,
            @Nullable Replacement replaces) {
        // what replaces is of the same case
        String caseNumber = type + " SL-" + (id.contains("kul-") ? id.replaceAll("-kul-.*", "") : id);
        return new IncomingEvent(
                id,
                new Matter(type, caseNumber, null),
                new Wording("sv", "Rubrik " + id, "Beskrivning", "Neutralt " + id),
                new Subjects(number(party), concerns == null ? null : number(concerns)),
                new EventStatus("ALVSTAD.PROV.HANDELSE", false, false, false, shown),
                Instant.parse("2026-11-20T10:00:00Z"),
                References.NONE,
                List.of(),
                replaces,
                confidentiality);
    }

    private Map<String, String> idsOf(String prefix) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT external_id, public_id FROM case_event WHERE external_id LIKE '" + prefix + "%'")) {
            Map<String, String> ids = new TreeMap<>();
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getString(2));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, TODAY);
    }
}
