package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String MANDATE = """
            [{"holder": "196006172818", "grantor": "194005068095", "from": "2026-01-01", "until": "2026-12-31"%s}]
            """;

    @Test
    void readsAMandateForEverything() {
        assertThat(ProxyFile.read(MANDATE.formatted(""), TODAY)).singleElement().satisfies(mandate -> {
            assertThat(mandate.holder().value()).isEqualTo("196006172818");
            assertThat(mandate.caseTypes()).isEmpty();
            assertThat(mandate.label()).isNull();
        });
    }

    @Test
    void readsScopeAndLabelAndPassesByOtherFields() {
        String more = ", \"caseTypes\": [\"SÄB\"], \"label\": \"din far\", \"referens\": 1";
        assertThat(ProxyFile.read(MANDATE.formatted(more), TODAY))
                .singleElement()
                .satisfies(mandate -> {
                    assertThat(mandate.caseTypes()).containsExactly("SÄB");
                    assertThat(mandate.label()).isEqualTo("din far");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"SÄB\"", "{}", "null"})
    void refusesAScopeThatCouldBeTakenForAll(String scope) {
        assertThatThrownBy(() -> ProxyFile.read(MANDATE.formatted(", \"caseTypes\": " + scope), TODAY))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("/0/caseTypes");
    }

    @Test
    void readsATrusteeWithAppointmentAndScope() {
        String more = ", \"relation\": \"trustee\", \"appointedAs\": \"forvaltare\","
                + " \"duties\": [\"rights\", \"person\"], \"caseTypes\": [\"SÄB\"]";
        assertThat(ProxyFile.read(MANDATE.formatted(more), TODAY))
                .singleElement()
                .satisfies(mandate -> {
                    assertThat(mandate.relation()).isEqualTo(Relation.TRUSTEE);
                    assertThat(mandate.appointment())
                            .isEqualTo(new Appointment(
                                    Appointment.Kind.FORVALTARE,
                                    Set.of(Appointment.Duty.RIGHTS, Appointment.Duty.PERSON)));
                });
        assertThat(ProxyFile.read(MANDATE.formatted(", \"relation\": \"proxy\""), TODAY))
                .singleElement()
                .matches(mandate -> mandate.relation() == Relation.PROXY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"relation\": \"trustee\", \"appointedAs\": \"god-man\", \"duties\": [\"rights\"] | /0/caseTypes",
                "\"relation\": \"trustee\", \"appointedAs\": \"god-man\", \"caseTypes\": [\"SÄB\"] | /0/duties",
                "\"relation\": \"trustee\", \"duties\": [\"rights\"], \"caseTypes\": [\"SÄB\"] | /0/appointedAs",
                "\"relation\": \"trustee\", \"appointedAs\": \"god-man\", \"duties\": [\"all\"] | /0/duties",
                "\"relation\": \"friend\" | /0/relation"
            })
    void refusesATrusteeWhoseScopeIsNotPlain(String more, String place) {
        assertThatThrownBy(() -> ProxyFile.read(MANDATE.formatted(", " + more), TODAY))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith(place);
    }

    @Test
    void namesThePlaceAndNeverTheNumber() {
        assertThatThrownBy(() -> ProxyFile.read(MANDATE.formatted("").replace("8095", "8096"), TODAY))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("/0/grantor: no valid identity number");
        assertThatThrownBy(() -> ProxyFile.read(MANDATE.formatted("").replace("2026-12-31", "snart"), TODAY))
                .hasMessageStartingWith("/0/until");
        assertThatThrownBy(() -> ProxyFile.read("{}", TODAY)).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> ProxyFile.read("[", TODAY)).isInstanceOf(ImportRefused.class);
    }
}
