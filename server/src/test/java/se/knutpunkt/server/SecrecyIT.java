package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.DelegationRegister;
import se.knutpunkt.hub.delegation.Delegations;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.delegation.KeptDelegation;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Marking;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.role.Workplace;

/** Confidentiality and delegations as they are stored. Each test has cases and staff of its own. */
class SecrecyIT extends ContainerTest {
    private static final String PARENT = "198507099805";
    private static final String CHILD = "201702032382";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @EJB
    EventIntake intake;

    @EJB
    SourceSystems sources;

    @EJB
    RoleRules roles;

    @EJB
    StaffMembers staff;

    @EJB
    Delegations reader;

    @EJB
    DelegationRegister delegations;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void whatTheSenderSaysIsKeptWithTheEventAndARepetitionIsKnown() throws SQLException {
        Marking marking = new Marking("OSL 23:1", TODAY, "barn-och-utbildningsnämnden");
        IncomingEvent event = event("sekr-1", new Confidentiality(marking, true, false, false));
        assertThat(intake.take(source(), event).repeated()).isFalse();
        assertThat(intake.take(source(), event).repeated()).isTrue();
        assertThat(row(
                        "CONCAT_WS(' ', e.marking_provision, e.marking_date, e.marking_authority, e.kept_from_guardian,"
                                + " e.keeps_reporter, e.party_only)",
                        "sekr-1"))
                .isEqualTo("OSL 23:1 2026-11-22 barn-och-utbildningsnämnden 1 0 0");
        assertThat(catchThrowableOfType(
                                EventRefused.class, () -> intake.take(source(), event("sekr-1", Confidentiality.NONE)))
                        .reason())
                .isEqualTo(EventRefused.Reason.CONFLICTING);
    }

    @Test
    void ofWhatIsNotSaidNothingIsKept() throws SQLException {
        intake.take(source(), event("sekr-2", Confidentiality.NONE));
        assertThat(row(
                        "CONCAT_WS(' ', e.marking_provision, e.marking_date, e.marking_authority, e.kept_from_guardian,"
                                + " e.keeps_reporter, e.party_only)",
                        "sekr-2"))
                .isEqualTo("0 0 0");
    }

    @Test
    void anAuthorityThatIsNotRegisteredIsRefusedWithItsPlaceAndStopsNoOther() {
        Confidentiality unknown = new Confidentiality(new Marking("OSL 23:1", TODAY, "okänd"), false, false, false);
        List<Outcome> outcomes =
                intake.takeAll(source(), List.of(event("sekr-3", unknown), event("sekr-4", Confidentiality.NONE)));
        EventRefused refused = ((Outcome.Refused) outcomes.get(0)).reason();
        assertThat(refused.reason()).isEqualTo(EventRefused.Reason.INVALID);
        assertThat(refused.place()).isEqualTo("/sekretess/myndighet");
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whatIsThePartysAloneIsFoundByThePartyAndNotByWayOfTheChild() throws SQLException {
        intake.take(source(), event("sekr-5", Confidentiality.NONE));
        intake.take(source(), event("sekr-6", new Confidentiality(null, false, false, true)));
        assertThat(row("s.party_id = e.concerns_id", "sekr-5")).isEqualTo("1");
        assertThat(row("s.party_id = e.party_id", "sekr-6")).isEqualTo("1");
    }

    @Test
    void theLinesOfTheLatestLoginTellWhereSomebodyWorksWhileTheyCount() {
        StaffId by = member("arbete-chef");
        StaffId member = member("arbete");
        RoleRule line = new RoleRule(
                StaffRole.EDITOR, "", "grupp", "arbete-1", new Workplace("byggnadsnämnden", null, "Bygglov"));
        assertThat(roles.add(line, by)).isTrue();
        assertThat(roles.add(line, by)).isFalse();
        // the same but for the unit is another line
        assertThat(roles.add(
                        new RoleRule(
                                StaffRole.EDITOR,
                                "",
                                "grupp",
                                "arbete-1",
                                new Workplace("byggnadsnämnden", null, null)),
                        by))
                .isTrue();
        assertThat(roles.units()).contains(new Workplace("byggnadsnämnden", null, "Bygglov"));
        assertThat(roles.workLinesOf("idp", Map.of("grupp", Set.of("annan")))).isEmpty();
        Set<Long> lines = roles.workLinesOf("idp", Map.of("grupp", Set.of("arbete-1")));
        assertThat(lines).hasSize(2);
        roles.arrived(member, lines);
        roles.arrived(member, lines);
        assertThat(grounds(member, TODAY))
                .containsExactly(new Ground(Ground.Kind.OWN, "byggnadsnämnden", null, Set.of(), Right.HANDLE, null));

        lines.forEach(id -> roles.remove(id, by));
        assertThat(grounds(member, TODAY)).isEmpty();
        assertThat(roles.removed()).extracting(kept -> kept.rule()).contains(line);
        roles.arrived(member, Set.of());
        assertThat(roles.workplacesOf(member)).isEmpty();
    }

    @Test
    void whoeverHasSeveralDelegationsHasEachByItself() {
        StaffId by = member("deleg-chef");
        StaffId inUnit = member("deleg-enhet");
        StaffId other = member("deleg-annan");
        Workplace centre = new Workplace("kommunstyrelsen", null, "Kontaktcenter");
        roles.add(new RoleRule(StaffRole.EDITOR, "", "grupp", "deleg-1", centre), by);
        roles.arrived(inUnit, roles.workLinesOf("idp", Map.of("grupp", Set.of("deleg-1"))));
        Recipient.Unit unit = new Recipient.Unit("kommunstyrelsen", "Kontaktcenter");
        delegations.make(
                new Delegation("byggnadsnämnden", null, unit, false, Set.of("BYGG"), Right.SEE, "BN § 1", TODAY, TODAY),
                by);
        long personal = delegations.make(
                new Delegation(
                        "barn-och-utbildningsnämnden",
                        "förskola",
                        new Recipient.Person(inUnit),
                        true,
                        Set.of(),
                        Right.DECIDE,
                        "BUN § 2",
                        TODAY.minusDays(1),
                        null),
                by);

        Ground own = new Ground(Ground.Kind.OWN, "kommunstyrelsen", null, Set.of(), Right.HANDLE, null);
        Ground building =
                new Ground(Ground.Kind.DELEGATED, "byggnadsnämnden", null, Set.of("BYGG"), Right.SEE, "BN § 1");
        Ground preschool = new Ground(
                Ground.Kind.DELEGATED, "barn-och-utbildningsnämnden", "förskola", Set.of(), Right.DECIDE, "BUN § 2");
        assertThat(grounds(inUnit, TODAY)).containsExactly(own, building, preschool);
        assertThat(grounds(inUnit, TODAY.plusDays(1))).containsExactly(own, preschool);
        assertThat(grounds(inUnit, TODAY.minusDays(1))).containsExactly(own, preschool);
        assertThat(grounds(inUnit, TODAY.minusDays(2))).containsExactly(own);
        assertThat(grounds(other, TODAY)).isEmpty();
        assertThat(reader.of("0", TODAY)).isEmpty();
        assertThat(reader.of("x' OR 1=1", TODAY)).isEmpty();

        assertThat(delegations.end(personal, "Hon har slutat", by)).isTrue();
        assertThat(delegations.end(personal, "En gång till", by)).isFalse();
        assertThat(grounds(inUnit, TODAY)).containsExactly(own, building);
        KeptDelegation ended = delegations.find(personal).orElseThrow();
        assertThat(ended.reason()).isEqualTo("Hon har slutat");
        assertThat(ended.endedBy()).isEqualTo("deleg-chef");
        assertThat(ended.person()).isEqualTo("deleg-enhet");
        assertThat(delegations.closed()).extracting(KeptDelegation::id).contains(personal);
        assertThat(delegations.open()).extracting(KeptDelegation::id).doesNotContain(personal);
    }

    @Test
    void anAuthorityDelegatesNoCaseTypeOfAnother() {
        Delegation wrong = new Delegation(
                "byggnadsnämnden",
                null,
                new Recipient.Person(member("deleg-fel")),
                false,
                Set.of("FÖR"),
                Right.SEE,
                "BN § 3",
                TODAY,
                null);
        assertThatThrownBy(() -> delegations.make(wrong, member("deleg-chef")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private List<Ground> grounds(StaffId member, LocalDate day) {
        return reader.of(Long.toString(member.value()), day);
    }

    private StaffId member(String name) {
        return staff.register("idp", name, name);
    }

    /** A column of an event and of whom it is found by. */
    private String row(String column, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + column + " FROM case_event e JOIN case_event_subject s ON s.event_id = e.id"
                                + " WHERE e.external_id = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private SourceSystem source() {
        return sources.find("demo-verksamhet").orElseThrow();
    }

    private static IncomingEvent event(String id, Confidentiality confidentiality) {
        return new IncomingEvent(
                id,
                new Matter("FÖR", "FSK 2026-" + id, null),
                new Wording("sv", "Samtal", "Mer", "Något har hänt i ärendet"),
                new Subjects(number(PARENT), number(CHILD)),
                new EventStatus("ALVSTAD.FORSKOLA.SAMTAL", false, false, false, true),
                Instant.parse("2026-11-20T10:00:00Z"),
                References.NONE,
                List.of(),
                null,
                confidentiality);
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, TODAY);
    }
}
