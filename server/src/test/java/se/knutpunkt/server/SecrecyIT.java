package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
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
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;

/** Confidentiality as it is stored. Each test has cases of its own. */
class SecrecyIT extends ContainerTest {
    private static final String PARENT = "198507099805";
    private static final String CHILD = "201702032382";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @EJB
    EventIntake intake;

    @EJB
    SourceSystems sources;

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
