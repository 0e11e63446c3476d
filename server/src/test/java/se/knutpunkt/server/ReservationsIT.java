package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.DelegationRegister;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.disclosure.EventDetail;
import se.knutpunkt.hub.disclosure.Events;
import se.knutpunkt.hub.disclosure.LookGround;
import se.knutpunkt.hub.disclosure.LookReason;
import se.knutpunkt.hub.disclosure.LookUp;
import se.knutpunkt.hub.disclosure.NewReservation;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.disclosure.StaffEvents;
import se.knutpunkt.hub.disclosure.StaffReader;
import se.knutpunkt.hub.disclosure.StaffReservations;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Withheld;
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
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.reservation.Reach;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.role.Workplace;

/** Reservations as they are made, shown and ended. Each test has a person and cases of its own. */
class ReservationsIT extends ContainerTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Stockholm"));
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final String AUTHORITY = "kultur-och-fritidsnämnden";
    private static final String WORDS = "Får inte lämnas vidare utanför familjen.";

    @EJB
    StaffReservations reservations;

    @EJB
    StaffEvents staffEvents;

    @EJB
    Events events;

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

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    private StaffReader reader;
    private LookGround own;
    private LookGround deciding;

    @BeforeEach
    void aHandlerWhoMayDecideByDelegation() {
        StaffId member = members.register("idp", "forbehall", "Forbe Håll");
        roles.add(new RoleRule(StaffRole.HANDLER, "", "fb", "forbehall", new Workplace(AUTHORITY, null, null)), member);
        roles.arrived(member, roles.workLinesOf("idp", Map.of("fb", Set.of("forbehall"))));
        if (delegations.open().stream()
                .noneMatch(one -> one.delegation().reference().equals("FB § 1"))) {
            delegations.make(
                    new Delegation(
                            AUTHORITY,
                            null,
                            new Recipient.Person(member),
                            false,
                            Set.of("KUL"),
                            Right.DECIDE,
                            "FB § 1",
                            TODAY,
                            null),
                    member);
        }
        Set<StaffRole> all = Set.of(StaffRole.HANDLER);
        String token = logins.start(new NewLogin(new Who.Staff(member, all), "Forbe Håll", AssuranceLevel.LOA3));
        reader = new StaffReader(member, all, logins.find(token).orElseThrow().id());
        List<LookGround> grounds = staffEvents.grounds(reader);
        own = grounds.get(0);
        deciding = grounds.get(1);
    }

    @Test
    void whoeverMayDecideMakesOneThatThePersonReadsUntilItIsEnded() throws SQLException {
        String person = "196502202382";
        take(event("fb-ett", "FB-1", person, null));
        String id = idOf("fb-ett");
        String look = begin(person);
        assertThat(staffEvents.open(reader, look, own.key(), id).orElseThrow().mayDecide())
                .as("to work for an authority is to handle its cases, not to decide them")
                .isFalse();
        assertThat(reservations.make(reader, look, own.key(), id, wanted(Reach.EVENT, null, null)))
                .isFalse();
        assertThat(reservations.make(reader, "x".repeat(43), deciding.key(), id, wanted(Reach.EVENT, null, null)))
                .isFalse();
        assertThat(reserved(person, id)).isEmpty();

        assertThat(reservations.make(reader, look, deciding.key(), id, wanted(Reach.EVENT, null, null)))
                .isTrue();
        assertThat(reserved(person, id)).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo(WORDS);
            assertThat(one.reference()).isEqualTo("KFN § 12");
            assertThat(one.place()).isNull();
        });
        assertThat(count("SELECT COUNT(*) FROM reservation WHERE words_sealed LIKE '%familjen%'"))
                .isZero();
        StaffEvent seen = staffEvents.open(reader, look, own.key(), id).orElseThrow();
        assertThat(seen.reservations()).singleElement().satisfies(one -> {
            assertThat(one.toPerson()).isTrue();
            assertThat(one.kept().madeBy()).isEqualTo("Forbe Håll");
        });

        long made = seen.reservations().get(0).kept().id();
        assertThat(reservations.end(reader, look, own.key(), id, made, "KFN § 13"))
                .isFalse();
        take(event("fb-ett-annat", "FB-1B", person, null));
        assertThat(reservations.end(reader, look, deciding.key(), idOf("fb-ett-annat"), made, "KFN § 13"))
                .as("by the address of another event")
                .isFalse();
        assertThat(reserved(person, id)).hasSize(1);
        assertThat(reservations.end(reader, look, deciding.key(), id, made, "KFN § 13"))
                .isTrue();
        assertThat(reserved(person, id)).isEmpty();
        assertThat(reservations.end(reader, look, deciding.key(), id, made, "KFN § 13"))
                .isFalse();
        assertThat(staffEvents.open(reader, look, own.key(), id).orElseThrow().reservations())
                .singleElement()
                .satisfies(one -> assertThat(one.kept().endReference()).isEqualTo("KFN § 13"));
    }

    @Test
    void itBindsWhomItNamesAlone() {
        String person = "196605192399";
        String other = "196706152391";
        take(event("fb-annan", "FB-2", person, null));
        String id = idOf("fb-annan");
        reservations.make(reader, begin(person), deciding.key(), id, wanted(Reach.EVENT, null, other));
        assertThat(reserved(person, id)).isEmpty();
        assertThat(parties.find(number(other))).as("a number that nobody had").isPresent();
        assertThat(staffEvents
                        .open(reader, begin(person), own.key(), id)
                        .orElseThrow()
                        .reservations())
                .singleElement()
                .satisfies(one -> assertThat(one.toPerson()).isFalse());
    }

    @Test
    void oneOnADocumentStandsAtItAndIsReadBeforeIt() {
        String person = "196808072398";
        take(event("fb-fil", "FB-3", person, null));
        String id = idOf("fb-fil");
        String look = begin(person);
        StaffEvent seen = staffEvents.open(reader, look, deciding.key(), id).orElseThrow();
        assertThat(seen.attachments()).extracting(file -> file.name()).containsExactly("Brev.txt", "Intyg.txt");
        assertThat(seen.withheld()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Anmälan.txt");
            assertThat(one.provision()).isEqualTo("OSL 26:5");
            assertThat(one.reason()).isEqualTo("Risk för våld");
            assertThat(one.told()).isNull();
            assertThat(one.place()).isEqualTo(3);
        });
        assertThat(staffEvents.attachment(reader, look, deciding.key(), id, 3))
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("Anmälan.txt"));
        assertThatThrownBy(() -> reservations.make(reader, look, deciding.key(), id, wanted(Reach.DOCUMENT, 1, null)))
                .as("the party does not have it")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        // the second file that the party has is the third of the event
        assertThat(reservations.make(reader, look, deciding.key(), id, wanted(Reach.DOCUMENT, 3, null)))
                .isTrue();
        assertThat(reserved(person, id))
                .singleElement()
                .satisfies(one -> assertThat(one.place()).isEqualTo(2));
        assertThat(events.isReserved(viewer(person), id, 1)).isFalse();
        assertThat(events.isReserved(viewer(person), id, 2)).isTrue();
        assertThat(staffEvents
                        .open(reader, look, own.key(), id)
                        .orElseThrow()
                        .reservations()
                        .get(0)
                        .document())
                .isEqualTo("Intyg.txt");
    }

    @Test
    void oneOnACaseIsOnWhatComesAndACorrectionTakesNoneAway() {
        String person = "196909092394";
        take(event("fb-forst", "FB-4", person, null));
        String first = idOf("fb-forst");
        String look = begin(person);
        reservations.make(reader, look, deciding.key(), first, wanted(Reach.DOCUMENT, 2, null));
        take(event(
                "fb-rattad",
                "FB-4",
                person,
                new Replacement("fb-forst", Replacement.Kind.CORRECTION, Instant.parse("2026-11-20T11:00:00Z"))));
        String corrected = idOf("fb-rattad");
        assertThat(reserved(person, corrected))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.place()).as("its own files are others").isNull());
        assertThat(events.isReserved(viewer(person), corrected, 1)).isTrue();

        take(event("fb-sedan", "FB-4", person, null));
        assertThat(reserved(person, idOf("fb-sedan"))).isEmpty();
        reservations.make(reader, look, deciding.key(), corrected, wanted(Reach.CASE, null, null));
        assertThat(reserved(person, idOf("fb-sedan"))).hasSize(1);
        assertThat(reserved(person, corrected)).hasSize(2);
        take(event("fb-elsewhere", "FB-5", person, null));
        assertThat(reserved(person, idOf("fb-elsewhere"))).isEmpty();
    }

    // ---- what the tests use

    private List<EventDetail.Reserved> reserved(String person, String id) {
        return events.open(viewer(person), id).orElseThrow().reserved();
    }

    private Viewer.Citizen viewer(String person) {
        return new Viewer.Citizen(parties.find(number(person)).orElseThrow());
    }

    private String begin(String person) {
        return staffEvents.begin(reader, new LookUp(number(person), LookReason.CASE, "KUL 2026-17"));
    }

    private static NewReservation wanted(Reach reach, @Nullable Integer document, @Nullable String to) {
        return new NewReservation(
                reach, document, to == null ? null : number(to), WORDS, "KFN § 12", TODAY, TODAY, null);
    }

    private void take(IncomingEvent event) {
        intake.take(sources.find("demo-verksamhet").orElseThrow(), event);
    }

    private static IncomingEvent event(String id, String caseNumber, String party, @Nullable Replacement replaces) {
        return new IncomingEvent(
                id,
                new Matter("KUL", caseNumber, null),
                new Wording("sv", "Rubrik " + id, "Beskrivning", "Neutralt " + id),
                new Subjects(number(party), null),
                new EventStatus("ALVSTAD.PROV.HANDELSE", false, false, false, true),
                Instant.parse("2026-11-20T10:00:00Z"),
                References.NONE,
                List.of(
                        text("Anmälan.txt", new Withheld("OSL 26:5", "Risk för våld", null)),
                        text("Brev.txt", null),
                        text("Intyg.txt", null)),
                replaces,
                Confidentiality.NONE);
    }

    private static IncomingAttachment text(String name, @Nullable Withheld withheld) {
        return new IncomingAttachment.Inline(
                name, "text/plain", ("Texten i " + name).getBytes(StandardCharsets.UTF_8), withheld);
    }

    private String idOf(String external) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT public_id FROM case_event WHERE external_id = '" + external + "'")) {
            row.next();
            return row.getString(1);
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

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, TODAY);
    }
}
