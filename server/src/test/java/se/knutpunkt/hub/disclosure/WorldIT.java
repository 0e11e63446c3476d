package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.consent.Consents;
import se.knutpunkt.hub.consent.KeptConsent;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.EventClasses;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.server.ContainerTest;
import se.knutpunkt.server.TestPersons;

/**
 * Random worlds in the product itself: people at the birthdays that count, guardianships that begin, end or have not been
 * confirmed, powers of attorney, protected persons, staff with roles, workplaces and delegations, consents, a random policy,
 * events of all classes. For each pair of reader and event, what the list shows, what a single look shows and what the
 * case's page shows is what the independent {@link Oracle} says; for staff, by each ground, what {@link OracleDesk} says.
 * So many decisions as {@code -Dworld.count} says, from the seed of {@code -Dworld.seed}; both, and what was seen, stand in
 * {@code server/target/it-data/tmp/world.txt}.
 */
class WorldIT extends ContainerTest {
    private static final int COUNT = Integer.getInteger("world.count", 5_000);
    private static final long SEED = Long.getLong("world.seed", System.nanoTime());
    private static final int PERSONS = 9;
    private static final int EVENTS = 600;
    private static final List<Integer> PAGES = List.of(20, 61, 200, 200);
    private static final int LOOKS = 2;
    private static final int STAFF = 3;
    private static final int DESKS = 3;
    private static final int ENOUGH_FOR_CONSENTS = 20_000;
    private static final int LOOKED_UP = 3;
    private static final List<Integer> AGES = List.of(5, 11, 12, 15, 16, 18, 18, 40, 60, 85);
    private static final List<String> KINDS = List.of("BESLUT", "INKOMMEN", "KLAR");
    private static final List<String> PROVISIONS = List.of("", "", "OSL 26:1", "OSL 23:2");
    private static final List<String> WHO = List.of(
            "SELF",
            "SELF",
            "SELF",
            "GUARDIAN",
            "GUARDIAN",
            "GUARDIAN",
            "PROXY",
            "TRUSTEE",
            "CONTACT_CENTRE",
            "HANDLER",
            "OTHER_HANDLER",
            "REGISTRAR",
            "AUDITOR");

    @EJB
    Statement statement;

    @EJB
    Events events;

    @EJB
    StaffEvents staffEvents;

    @EJB
    Consents consents;

    @EJB
    StaffMembers members;

    @EJB
    Logins logins;

    @EJB
    RoleRules roles;

    @EJB
    Parties parties;

    @Inject
    EventClasses classes;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    private final Random random = new Random(SEED);
    private final Set<PartyId> made = new HashSet<>();
    private int staffDecisions;
    private int shownToStaff;
    private int shownByConsent;

    /** A person, and what only the test says of it. */
    private record Person(PartyId id, IdentityNumber number, LocalDate birth, boolean isProtected) {
        int age(LocalDate today) {
            return Period.between(birth, today).getYears();
        }
    }

    /** One who may act for another. */
    private record Ground(
            PartyId holder,
            PartyId whom,
            String capacity,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> caseTypes,
            boolean confirmed) {}

    private record Happened(
            String id,
            long row,
            EventClass event,
            Person about,
            @Nullable Person other) {}

    /** What happened, and by the id of what was replaced what stands in its place. */
    private record History(List<Happened> events, Map<String, Happened> replacedBy, Map<String, Case> cases) {
        static History empty() {
            return new History(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        }

        boolean stands(Happened event) {
            return !replacedBy.containsKey(event.id());
        }

        Happened standing(Happened event) {
            Happened standing = event;
            while (!stands(standing)) {
                standing = Objects.requireNonNull(replacedBy.get(standing.id()));
            }
            return standing;
        }
    }

    private record Case(long row, String id) {}

    /** A consent as it was given. */
    private record Given(long row, Person by, OracleDesk.Consent what) {}

    private record World(
            List<Person> persons,
            List<Ground> grounds,
            History history,
            List<Oracle.Rule> rules,
            List<EventClass> classes,
            Map<String, Oracle.Type> types,
            LocalDate today,
            Map<Ground, Boolean> opens,
            List<WorldStaff.Member> staff,
            List<Given> consents) {

        List<Happened> events() {
            return history.events();
        }

        List<OracleDesk.Consent> consentsOf(Person person) {
            return consents.stream()
                    .filter(one -> one.by().equals(person))
                    .map(Given::what)
                    .toList();
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void listAndLookShowWhatTheRuleTableSays() throws Exception {
        tell(COUNT + " decisions from seed " + SEED);
        long began = System.nanoTime();
        int decisions = 0;
        int shown = 0;
        int worlds = 0;
        while (decisions < COUNT) {
            World world = atOnce(worlds);
            worlds++;
            try {
                for (Person reader : world.persons()) {
                    shown += compare(world, reader);
                    decisions += world.events().size();
                }
                int before = staffDecisions;
                compareStaff(world);
                decisions += staffDecisions - before;
            } catch (AssertionError differing) {
                // at midnight the ages and days of the world are no longer those of the product
                if (SwedishTime.today(clock).equals(world.today())) {
                    throw differing;
                }
            } finally {
                forget();
            }
        }
        tell(decisions + " decisions in " + worlds + " worlds, " + shown + " showed something to citizens; "
                + staffDecisions
                + " of them were for staff, " + shownToStaff + " showed something, " + shownByConsent
                + " by a consent; "
                + (System.nanoTime() - began) / 1_000_000_000 + " s");
        assertThat(shown).isGreaterThan((decisions - staffDecisions) / 100);
        assertThat(shownToStaff).isGreaterThan(staffDecisions / 100);
        if (decisions >= ENOUGH_FOR_CONSENTS) {
            assertThat(shownByConsent).isPositive();
        }
    }

    /** To a file, since what the server prints is not kept. */
    private static void tell(String text) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("java.io.tmpdir"), "world.txt"),
                text + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private int compare(World world, Person reader) {
        Viewer.Citizen viewer = new Viewer.Citizen(reader.id());
        Map<String, Degree> listed = new HashMap<>();
        String before = null;
        int size = one(PAGES);
        do {
            StatementPage page = statement.page(viewer, new StatementQuery(null, null, before, size));
            page.rows()
                    .forEach(row -> assertThat(listed.put(row.eventId(), row.degree()))
                            .as("twice in the list")
                            .isNull());
            before = page.next();
        } while (before != null);
        int shown = 0;
        for (Happened event : world.events()) {
            String expected = expected(world, reader, event);
            assertThat(listed.getOrDefault(event.id(), Degree.HIDDEN).name())
                    .as("seed %d: the list of %s, %s in %s", SEED, reader, event, world)
                    .isEqualTo(expected);
            shown += expected.equals("HIDDEN") ? 0 : 1;
        }
        for (int i = 0; i < LOOKS; i++) {
            Happened event = one(world.events());
            // what was replaced leads to what stands in its place
            Happened standing = world.history().standing(event);
            String expected = readable(expected(world, reader, standing));
            Optional<EventDetail> look = events.open(viewer, event.id());
            assertThat(look.map(detail -> detail.degree().name()).orElse("HIDDEN"))
                    .as("seed %d: a look of %s at %s in %s", SEED, reader, event, world)
                    .isEqualTo(expected);
            look.ifPresent(detail -> assertThat(detail.eventId()).isEqualTo(standing.id()));
        }
        String caseType = one(List.copyOf(world.history().cases().keySet()));
        Set<String> ofCase = world.events().stream()
                .filter(event -> event.event().caseType().equals(caseType))
                .filter(event -> !readable(expected(world, reader, event)).equals("HIDDEN"))
                .map(Happened::id)
                .collect(Collectors.toSet());
        String caseId = world.history().cases().get(caseType).id();
        assertThat(
                        events
                                .openCase(viewer, caseId)
                                .map(view -> view.timeline().stream().map(StatementRow::eventId))
                                .stream()
                                .flatMap(ids -> ids))
                .as("seed %d: a case of %s as %s sees it in %s", SEED, caseType, reader, world)
                .containsExactlyInAnyOrderElementsOf(ofCase);
        return shown;
    }

    /** What is only known to exist is nothing to read. */
    private static String readable(String degree) {
        return degree.equals("EXISTS") ? "HIDDEN" : degree;
    }

    // ---- staff

    private void compareStaff(World world) {
        for (WorldStaff.Member member : world.staff()) {
            List<LookGround> grounds = staffEvents.grounds(member.reader());
            assertThat(grounds.stream().map(WorldStaff::described))
                    .as("seed %d: the grounds of %s on %s", SEED, member, world.today())
                    .containsExactlyInAnyOrderElementsOf(member.desks());
            assertThat(grounds.stream().map(LookGround::key)).doesNotHaveDuplicates();
            for (LookGround ground : some(grounds, DESKS)) {
                for (Person person : some(world.persons(), LOOKED_UP)) {
                    compare(world, member, ground, person);
                }
            }
        }
        world.persons().forEach(person -> compareConsents(world, person));
        if (!world.consents().isEmpty()) {
            takeOneBack(world);
        }
    }

    /** A consent that is taken back is of no use from the next look on. */
    private void takeOneBack(World world) {
        Given one = one(world.consents());
        Person other = one(world.persons());
        if (!other.equals(one.by())) {
            assertThat(consents.takeBack(other.id(), one.row())).isFalse();
        }
        for (WorldStaff.Member member : world.staff()) {
            some(staffEvents.grounds(member.reader()), 1).forEach(ground -> compare(world, member, ground, one.by()));
        }
        assertThat(consents.takeBack(one.by().id(), one.row()))
                .as("seed %d: %s taken back on %s", SEED, one, world.today())
                .isEqualTo(one.what().holds(world.today()));
        if (one.what().holds(world.today())) {
            // with those that say the same
            world.consents()
                    .replaceAll(given -> given.by().equals(one.by()) && saysTheSame(given.what(), one.what())
                            ? new Given(given.row(), given.by(), takenBack(given.what()))
                            : given);
        }
        compareConsents(world, one.by());
        for (WorldStaff.Member member : world.staff()) {
            some(staffEvents.grounds(member.reader()), 1).forEach(ground -> compare(world, member, ground, one.by()));
        }
    }

    private static boolean saysTheSame(OracleDesk.Consent one, OracleDesk.Consent other) {
        return one.about().equals(other.about())
                && one.aboutBranch().equals(other.aboutBranch())
                && one.to().equals(other.to())
                && one.toBranch().equals(other.toBranch());
    }

    private static OracleDesk.Consent takenBack(OracleDesk.Consent one) {
        return new OracleDesk.Consent(one.about(), one.aboutBranch(), one.to(), one.toBranch(), one.until(), true);
    }

    private void compareConsents(World world, Person person) {
        List<OracleDesk.Consent> given = world.consentsOf(person);
        List<OracleDesk.Consent> holding =
                given.stream().filter(one -> one.holds(world.today())).toList();
        List<KeptConsent> kept = consents.all(person.id());
        assertThat(kept).as("seed %d: all that %s ever gave", SEED, person).hasSize(given.size());
        assertThat(kept.stream().filter(one -> one.holds(world.today())).map(one -> described(one.consent())))
                .as("seed %d: the page of consents of %s", SEED, person)
                .containsExactlyInAnyOrderElementsOf(holding);
        assertThat(consents.of(person.id()).stream().map(WorldIT::described))
                .as("seed %d: the consents of %s that hold", SEED, person)
                .containsExactlyInAnyOrderElementsOf(holding);
    }

    private static OracleDesk.Consent described(Consent consent) {
        return new OracleDesk.Consent(
                consent.about(),
                Objects.requireNonNullElse(consent.aboutBranch(), "-"),
                Objects.requireNonNullElse(consent.to(), ""),
                Objects.requireNonNullElse(consent.toBranch(), "-"),
                consent.until(),
                false);
    }

    /** The list, single looks and a case of one person by one ground. */
    private void compare(World world, WorldStaff.Member member, LookGround ground, Person person) {
        StaffReader reader = member.reader();
        String token = staffEvents.begin(reader, new LookUp(person.number(), LookReason.CASE, "världens"));
        Map<String, StaffRow> listed = listed(reader, token, ground);
        List<Happened> about = world.events().stream()
                .filter(event -> event.about().equals(person))
                .toList();
        String who = "seed " + SEED + ": " + member + " by " + ground + " of " + person;
        Set<String> shown = new HashSet<>();
        for (Happened event : about) {
            String expected = expected(world, member, ground, event, true);
            StaffRow row = listed.get(event.id());
            assertThat(row == null ? "HIDDEN" : row.row().degree().name())
                    .as("%s, the list's %s in %s", who, event, world)
                    .isEqualTo(expected);
            if (row != null) {
                shown.add(event.id());
                assertThat(row).satisfies(one -> assertRow(one, member, event));
            }
            if (!expected.equals(expected(world, member, ground, event, false))) {
                shownByConsent++;
            }
        }
        assertThat(listed.keySet()).as("%s, nothing of others", who).isEqualTo(shown);
        staffDecisions += about.size();
        shownToStaff += shown.size();
        for (int i = 0; i < LOOKS; i++) {
            Happened event = one(i == 0 || about.isEmpty() ? world.events() : about);
            String expected = about.contains(event) ? readable(expected(world, member, ground, event, true)) : "HIDDEN";
            assertThat(staffEvents
                            .open(reader, token, ground.key(), event.id())
                            .map(look -> look.degree().name())
                            .orElse("HIDDEN"))
                    .as("%s, a look at %s in %s", who, event, world)
                    .isEqualTo(expected);
        }
        compareCase(world, member, ground, person, token);
    }

    private void compareCase(World world, WorldStaff.Member member, LookGround ground, Person person, String token) {
        String caseType = one(List.copyOf(world.history().cases().keySet()));
        Set<String> expected = world.events().stream()
                .filter(event ->
                        event.about().equals(person) && event.event().caseType().equals(caseType))
                .filter(event ->
                        !readable(expected(world, member, ground, event, true)).equals("HIDDEN"))
                .map(Happened::id)
                .collect(Collectors.toSet());
        String caseId = world.history().cases().get(caseType).id();
        assertThat(staffEvents.openCase(member.reader(), token, ground.key(), caseId).stream()
                        .flatMap(view -> view.timeline().stream())
                        .map(row -> row.row().eventId()))
                .as("seed %d: a case of %s as %s sees it by %s in %s", SEED, caseType, member, ground, world)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private Map<String, StaffRow> listed(StaffReader reader, String token, LookGround ground) {
        Map<String, StaffRow> listed = new HashMap<>();
        String before = null;
        do {
            StaffPage page =
                    staffEvents.page(reader, token, ground.key(), before).orElseThrow();
            page.rows()
                    .forEach(row -> assertThat(listed.put(row.row().eventId(), row))
                            .as("twice in the list")
                            .isNull());
            before = page.next();
        } while (before != null);
        return listed;
    }

    /** No more than the degree lets: neither text nor marking, nor who else is protected. */
    private static void assertRow(StaffRow row, WorldStaff.Member member, Happened event) {
        boolean full = row.row().degree() == Degree.FULL;
        boolean exists = row.row().degree() == Degree.EXISTS;
        assertThat(row.row().text()).isEqualTo(full ? "rubrik" : exists ? "" : "sammanfattning");
        assertThat(row.row().caseId().isEmpty()).isEqualTo(exists);
        assertThat(row.marking()).isEqualTo(full ? event.event().marking() : "");
        assertThat(row.internal()).isEqualTo(!exists && !event.event().shown());
        boolean few = member.roles().contains("PROTECTED_READER");
        assertThat(row.otherProtected())
                .isEqualTo(few && event.other() != null && event.other().isProtected());
    }

    /** In the words of the rules, with the consents of the person or as if there were none. */
    private static String expected(
            World world, WorldStaff.Member member, LookGround ground, Happened event, boolean withConsents) {
        if (!world.history().stands(event)) {
            return "HIDDEN";
        }
        return OracleDesk.shows(
                WorldStaff.described(ground),
                member.roles(),
                withConsents ? world.consentsOf(event.about()) : List.of(),
                described(world, event.about(), event.event(), event),
                event.other() != null,
                event.about().age(world.today()),
                world.rules(),
                world.today());
    }

    private <T> List<T> some(List<T> all, int count) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    // ---- citizens

    /** In plain words: one's own as oneself; else by the first ground that stands and opens anything at all. */
    private static String expected(World world, Person reader, Happened event) {
        if (!world.history().stands(event)) {
            return "HIDDEN";
        }
        if (event.about().equals(reader)) {
            return asked(world, "SELF", true, reader, event.event(), event);
        }
        for (Ground ground : grounds(world, reader, event.about())) {
            boolean opensAnything =
                    world.opens().computeIfAbsent(ground, one -> opensAnything(world, one, event.about()));
            if (opensAnything) {
                return asked(
                        world, ground.capacity(), covers(ground, event.event()), event.about(), event.event(), event);
            }
        }
        return "HIDDEN";
    }

    private static boolean opensAnything(World world, Ground ground, Person about) {
        return world.classes().stream()
                .anyMatch(any -> !asked(world, ground.capacity(), covers(ground, any), about, any, null)
                        .equals("HIDDEN"));
    }

    private static List<Ground> grounds(World world, Person reader, Person whom) {
        List<Ground> standing = new ArrayList<>();
        for (Ground ground : world.grounds()) {
            boolean same = ground.holder().equals(reader.id()) && ground.whom().equals(whom.id());
            boolean begun = ground.from() == null || !ground.from().isAfter(world.today());
            boolean ended = ground.until() != null && ground.until().isBefore(world.today());
            if (same && begun && !ended && ground.confirmed() && !whom.isProtected()) {
                if (!ground.capacity().equals("GUARDIAN") || whom.age(world.today()) < 18) {
                    join(standing, ground);
                }
            }
        }
        return standing;
    }

    /** Two of the same kind are one that reaches as far as both. */
    private static void join(List<Ground> standing, Ground further) {
        for (int i = 0; i < standing.size(); i++) {
            Ground one = standing.get(i);
            if (one.capacity().equals(further.capacity())) {
                List<String> both = new ArrayList<>(one.caseTypes());
                both.addAll(further.caseTypes());
                boolean all = one.caseTypes().isEmpty() || further.caseTypes().isEmpty();
                standing.set(
                        i,
                        new Ground(one.holder(), one.whom(), one.capacity(), null, null, all ? List.of() : both, true));
                return;
            }
        }
        standing.add(further);
    }

    private static boolean covers(Ground ground, EventClass event) {
        return ground.caseTypes().isEmpty() || ground.caseTypes().contains(event.caseType());
    }

    private static String asked(
            World world,
            String capacity,
            boolean covered,
            Person about,
            EventClass event,
            @Nullable Happened happened) {
        Oracle.Looker looker = new Oracle.Looker(capacity, "MY_PAGES", covered, false, false, false, false);
        return Oracle.shows(
                looker,
                described(world, about, event, happened),
                about.age(world.today()),
                world.rules(),
                world.today());
    }

    private static Oracle.Event described(World world, Person about, EventClass event, @Nullable Happened happened) {
        Person other = happened == null ? null : happened.other();
        return new Oracle.Event(
                world.types().get(event.caseType()),
                event.kind(),
                event.shown(),
                event.marking(),
                event.keptFromGuardian(),
                event.keepsReporter(),
                event.partyOnly(),
                about.isProtected(),
                other != null && other.isProtected());
    }

    // ---- making a world

    /** In one transaction, since the disk is what takes time. */
    private World atOnce(int number) throws Exception {
        transaction.begin();
        World world = world(number);
        transaction.commit();
        return world;
    }

    private World world(int number) {
        LocalDate today = SwedishTime.today(clock);
        List<Person> persons = new ArrayList<>();
        while (persons.size() < PERSONS) {
            persons.add(person(today));
        }
        Map<String, Oracle.Type> types = types();
        List<Ground> grounds = new ArrayList<>();
        for (int i = 0; i < PERSONS * 5; i++) {
            ground(persons, today, List.copyOf(types.keySet())).ifPresent(grounds::add);
        }
        List<Oracle.Rule> rules = policy(number, today, List.copyOf(types.values()));
        History history = History.empty();
        for (int i = 0; i < EVENTS; i++) {
            happen(history, persons, List.copyOf(types.keySet()));
        }
        // guardians before what a person or court has given, and these in their order: so the product takes them
        List<Ground> inOrder = new ArrayList<>();
        grounds.stream().filter(one -> one.capacity().equals("GUARDIAN")).forEach(inOrder::add);
        grounds.stream().filter(one -> !one.capacity().equals("GUARDIAN")).forEach(inOrder::add);
        List<EventClass> all = new ArrayList<>(known());
        types.keySet().forEach(type -> all.add(EventClass.plain(type)));
        List<Oracle.Type> places = List.copyOf(types.values());
        List<WorldStaff.Member> working = staff().make(STAFF, places, today, clock.instant());
        return new World(
                persons,
                inOrder,
                history,
                rules,
                all,
                types,
                today,
                new HashMap<>(),
                working,
                consents(persons, places, today));
    }

    private WorldStaff staff() {
        return new WorldStaff(random, database, members, logins, roles);
    }

    /** Consents that hold, that were taken back, and that are over. */
    private List<Given> consents(List<Person> persons, List<Oracle.Type> types, LocalDate today) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < PERSONS * 3; i++) {
            Person by = one(persons);
            Oracle.Type about = one(types);
            Oracle.Type to = one(types);
            boolean centre = random.nextBoolean();
            OracleDesk.Consent what = new OracleDesk.Consent(
                    about.authority(),
                    random.nextInt(4) == 0 ? "-" : about.branch(),
                    centre ? "" : to.authority(),
                    centre || random.nextInt(4) == 0 ? "-" : to.branch(),
                    today.plusDays(random.nextInt(5) - 1L),
                    random.nextInt(6) == 0);
            boolean toItself = what.to().equals(what.about()) && what.toBranch().equals(what.aboutBranch());
            if (!toItself) {
                given.add(new Given(give(by, what), by, what));
            }
        }
        return given;
    }

    private long give(Person by, OracleDesk.Consent what) {
        return database.insert(
                "INSERT INTO consent (party_id, about_authority, about_branch, to_authority, to_branch, given_at, until_date,"
                        + " taken_back_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                by.id(),
                what.about(),
                what.aboutBranch().equals("-") ? null : what.aboutBranch(),
                what.to().isEmpty() ? null : what.to(),
                what.toBranch().equals("-") ? null : what.toBranch(),
                clock.instant(),
                what.until(),
                what.takenBack() ? clock.instant() : null);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Person person(LocalDate today) {
        // a day before, on and after the birthday
        LocalDate birth = today.minusYears(one(AGES)).plusDays(random.nextInt(3) - 1L);
        if (TestPersons.bornOn(birth).isEmpty()) {
            return person(today);
        }
        IdentityNumber number = IdentityNumber.person(one(TestPersons.bornOn(birth)), today);
        PartyId id = parties.register(number);
        if (made.contains(id)
                || database.first(
                                "SELECT party_id FROM case_event_subject WHERE party_id = ? UNION ALL"
                                        + " SELECT party_id FROM consent WHERE party_id = ? UNION ALL"
                                        + " SELECT child_id FROM guardianship WHERE child_id = ? OR guardian_id = ? UNION ALL"
                                        + " SELECT holder_id FROM mandate WHERE holder_id = ? OR grantor_id = ? LIMIT 1",
                                row -> row.number("party_id"),
                                id,
                                id,
                                id,
                                id,
                                id,
                                id)
                        .isPresent()) {
            // one that this world has already, or one of the demo's or of another test
            return person(today);
        }
        made.add(id);
        boolean isProtected = random.nextInt(8) == 0;
        parties.protect(id, isProtected);
        return new Person(id, number, birth, isProtected);
    }

    private @Nullable LocalDate around(LocalDate today) {
        return random.nextInt(3) == 0 ? null : today.plusDays(random.nextInt(3) - 1L);
    }

    private Optional<Ground> ground(List<Person> persons, LocalDate today, List<String> types) {
        Person holder = one(persons);
        Person whom = one(persons);
        if (holder.equals(whom)) {
            return Optional.empty();
        }
        String capacity = one(List.of("GUARDIAN", "GUARDIAN", "PROXY", "TRUSTEE"));
        LocalDate from = around(today);
        LocalDate until = around(today);
        if (capacity.equals("GUARDIAN")) {
            boolean confirmed = random.nextInt(4) > 0;
            // not so old that the product asks the register, which knows none of these, in the middle of it all
            Instant at = clock.instant().minus(Duration.ofHours(confirmed ? 1 : 25));
            int added = database.update(
                    "INSERT IGNORE INTO guardianship (guardian_id, child_id, from_date, until_date, confirmed_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    holder.id(),
                    whom.id(),
                    from,
                    until,
                    at);
            return added == 0
                    ? Optional.empty()
                    : Optional.of(new Ground(holder.id(), whom.id(), capacity, from, until, List.of(), confirmed));
        }
        LocalDate first = from == null ? today.minusYears(1) : from;
        LocalDate last = until == null ? today.plusYears(1) : until;
        List<String> covered = random.nextBoolean() ? List.of() : List.of(one(types));
        boolean trustee = capacity.equals("TRUSTEE");
        database.update(
                "INSERT INTO mandate (holder_id, grantor_id, from_date, until_date, case_types, relation, appointed_as,"
                        + " duties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                holder.id(),
                whom.id(),
                first,
                last,
                String.join(",", covered),
                capacity,
                trustee ? "GOD_MAN" : null,
                trustee ? "PERSON" : "");
        return Optional.of(new Ground(holder.id(), whom.id(), capacity, first, last, covered, true));
    }

    private Map<String, Oracle.Type> types() {
        Map<String, Oracle.Type> types = new HashMap<>();
        database.query(
                        "SELECT code, sector, authority, branch FROM case_type",
                        row -> new Oracle.Type(
                                row.text("code"),
                                row.text("sector"),
                                row.text("authority"),
                                Objects.toString(row.textOrNull("branch"), "-")))
                .forEach(type -> types.put(type.code(), type));
        return types;
    }

    private List<EventClass> known() {
        return database.query(
                "SELECT case_type, kind, shown, marking, kept_from_guardian, keeps_reporter, party_only FROM event_class",
                row -> new EventClass(
                        row.text("case_type"),
                        row.text("kind"),
                        row.flag("shown"),
                        row.text("marking"),
                        row.flag("kept_from_guardian"),
                        row.flag("keeps_reporter"),
                        row.flag("party_only")));
    }

    /** Puts random lines in force, in place of all others. */
    private List<Oracle.Rule> policy(int number, LocalDate today, List<Oracle.Type> types) {
        int version = 1_000_000 + number;
        long change = database.insert(
                "INSERT INTO policy_change (base_version, version, state, loosens, reason, proposed_by, proposed_at)"
                        + " VALUES (0, NULL, 'WAITING', TRUE, 'world', 'world', ?)",
                clock.instant());
        List<Oracle.Rule> rules = new ArrayList<>();
        int count = 10 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            Oracle.Rule rule = rule("R-" + i, today, one(types));
            rules.add(rule);
            database.update(
                    "INSERT INTO policy_line (change_id, line_key, place_level, place_code, capacity, age_from, age_below,"
                            + " event_kind, marking, valid_from, valid_until, degree, law, section, words)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OSL', '8:1', '')",
                    change,
                    rule.key(),
                    rule.level(),
                    rule.place(),
                    rule.who(),
                    rule.fromAge(),
                    rule.belowAge(),
                    rule.kind().isEmpty() ? null : rule.kind(),
                    rule.provision().isEmpty() ? null : rule.provision(),
                    rule.from(),
                    rule.until(),
                    rule.shows());
        }
        // in force with all its lines at once: the product may look at any moment
        database.update("UPDATE policy_change SET state = 'IN_FORCE', version = ? WHERE id = ?", version, change);
        return rules;
    }

    private Oracle.Rule rule(String key, LocalDate today, Oracle.Type type) {
        String level = one(List.of("MUNICIPALITY", "SECTOR", "AUTHORITY", "CASE_TYPE", "BRANCH"));
        if (level.equals("BRANCH") && type.branch().equals("-")) {
            level = "CASE_TYPE";
        }
        String place = switch (level) {
            case "MUNICIPALITY" -> "";
            case "SECTOR" -> type.sector();
            case "AUTHORITY" -> type.authority();
            case "BRANCH" -> type.branch();
            default -> type.code();
        };
        Integer from = random.nextInt(3) == 0 ? one(List.of(1, 12, 15, 16)) : null;
        Integer below = random.nextInt(3) == 0 ? one(List.of(17, 18, 40)) : null;
        return new Oracle.Rule(
                key,
                level,
                place,
                one(WHO),
                from,
                below,
                random.nextInt(3) == 0 ? one(KINDS) : "",
                random.nextInt(3) == 0 ? one(List.of("*", "OSL 26:1", "OSL 23:2")) : "",
                random.nextInt(4) == 0 ? around(today) : null,
                random.nextInt(4) == 0 ? around(today) : null,
                one(List.of("FULL", "FULL", "SUMMARY", "EXISTS", "HIDDEN")));
    }

    private void happen(History history, List<Person> persons, List<String> types) {
        EventClass event = new EventClass(
                one(types),
                one(KINDS),
                random.nextInt(8) > 0,
                one(PROVISIONS),
                random.nextInt(6) == 0,
                random.nextInt(8) == 0,
                random.nextInt(8) == 0);
        Person about = one(persons);
        Person other = random.nextInt(3) == 0 ? one(persons) : null;
        if (about.equals(other)) {
            other = null;
        }
        int classId = classes.idOf(event);
        String id = UUID.randomUUID().toString();
        long file =
                history.cases().computeIfAbsent(event.caseType(), this::file).row();
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(20));
        long row = database.insert(
                "INSERT INTO case_event (public_id, source, external_id, content_hash, case_id, event_type, occurred_at,"
                        + " taken_at, needs_action, done, diary_event, shown, language, headline_sealed, summary_sealed,"
                        + " class_id) VALUES (?, 'world', ?, ?, ?, 'A.B.C', ?, ?, FALSE, FALSE, FALSE, ?, 'sv', ?, ?, ?)",
                id,
                id,
                new byte[32],
                file,
                at,
                at,
                event.shown(),
                vault.seal("rubrik", EventSeals.HEADLINE),
                vault.seal("sammanfattning", EventSeals.SUMMARY),
                classId);
        database.update(
                "INSERT INTO case_event_subject (party_id, occurred_at, event_id, case_id, case_type, shown, needs_action,"
                        + " class_id, other_id) VALUES (?, ?, ?, ?, ?, ?, FALSE, ?, ?)",
                about.id(),
                at,
                row,
                file,
                event.caseType(),
                event.shown(),
                classId,
                other == null ? null : other.id());
        Happened happened = new Happened(id, row, event, about, other);
        if (random.nextInt(10) == 0) {
            history.events().stream()
                    .filter(one -> one.about().equals(about)
                            && one.event().caseType().equals(event.caseType())
                            && history.stands(one))
                    .findFirst()
                    .ifPresent(earlier -> replace(history, earlier, happened));
        }
        history.events().add(happened);
    }

    private void replace(History history, Happened earlier, Happened by) {
        database.update("UPDATE case_event_subject SET shown = FALSE WHERE event_id = ?", earlier.row());
        database.update(
                "INSERT INTO event_replaced (event_id, by_event_id, named) VALUES (?, ?, TRUE)",
                earlier.row(),
                by.row());
        history.replacedBy().put(earlier.id(), by);
    }

    private Case file(String caseType) {
        String id = UUID.randomUUID().toString();
        long row = database.insert(
                "INSERT INTO case_file (public_id, case_number, case_type, authority, source, direction, received_at,"
                        + " registered_at, information_class, document_type, title_sealed, public_title, retention_rule,"
                        + " retention_ground) SELECT ?, ?, code, authority, 'world', 'INCOMING', ?, ?, '1', 'a', ?, 'a', 'a',"
                        + " 'a' FROM case_type WHERE code = ?",
                id,
                "WORLD-" + id,
                clock.instant(),
                clock.instant(),
                new byte[] {1},
                caseType);
        return new Case(row, id);
    }

    /** The other tests of this database find it as it was, but for the persons and classes. */
    private void forget() throws Exception {
        transaction.begin();
        String ofWorld = " WHERE event_id IN (SELECT id FROM case_event WHERE source = 'world')";
        database.update("DELETE FROM event_read" + ofWorld);
        database.update("DELETE FROM event_replaced" + ofWorld);
        database.update("DELETE FROM case_event_subject" + ofWorld);
        database.update("DELETE FROM case_event WHERE source = 'world'");
        database.update("DELETE FROM case_file WHERE source = 'world'");
        database.update("DELETE l FROM policy_line l JOIN policy_change c ON c.id = l.change_id"
                + " WHERE c.proposed_by = 'world'");
        database.update("DELETE FROM policy_change WHERE proposed_by = 'world'");
        staff().forget();
        for (PartyId person : made) {
            database.update("DELETE FROM consent WHERE party_id = ?", person);
            database.update("DELETE FROM mandate WHERE holder_id = ? OR grantor_id = ?", person, person);
            database.update("DELETE FROM guardianship WHERE guardian_id = ? OR child_id = ?", person, person);
            parties.protect(person, false);
        }
        made.clear();
        transaction.commit();
    }
}
