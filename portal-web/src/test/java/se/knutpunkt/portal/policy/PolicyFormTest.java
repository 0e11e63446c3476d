package se.knutpunkt.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.LineFault;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;

class PolicyFormTest {

    private static PolicyForm form(String... pairs) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "nyckel", "PROV",
                "plats", "SECTOR:SCHOOL",
                "vem", "GUARDIAN",
                "markning", "alla",
                "grad", "HIDDEN",
                "lag", "OSL",
                "lagrum", "23:2",
                "skal", "Prov",
                "version", "7"));
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return new PolicyForm(typed);
    }

    private static List<String> fields(PolicyForm form) {
        return form.faults().stream().map(PolicyForm.Fault::field).toList();
    }

    @Test
    void aWholeFormIsARule() {
        PolicyForm form = form(
                "alder-fran",
                "12",
                "alder-till",
                "14",
                "slag",
                "beslut",
                "markning",
                "OSL 26:1",
                "fran",
                "2027-01-01",
                "till",
                "2027-12-31",
                "ord",
                "Våra ord.");
        assertThat(form.faults()).isEmpty();
        assertThat(form.version()).isEqualTo(7);
        assertThat(form.line())
                .isEqualTo(new PolicyLine(
                        "PROV",
                        new Place(Level.SECTOR, "SCHOOL"),
                        Capacity.GUARDIAN,
                        new AgeBand(12, 15),
                        "BESLUT",
                        "OSL 26:1",
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        Degree.HIDDEN,
                        new LegalGround("OSL", "23:2"),
                        "Våra ord."));
    }

    @Test
    void eachShippedRuleComesBackAsItWas() {
        for (PolicyLine line : FirstPolicy.shipped()) {
            PolicyForm form = PolicyForm.of(line, 1).with(PolicyForm.REASON, "Prov");
            assertThat(form.faults()).as(line.key()).isEmpty();
            assertThat(form.line()).isEqualTo(line);
        }
    }

    @Test
    void whatIsLeftOutIsForAll() {
        PolicyLine line = form().line();
        assertThat(line.ages()).isEqualTo(AgeBand.ALL);
        assertThat(line.eventKind()).isNull();
        assertThat(line.marking()).isNull();
        assertThat(line.from()).isNull();
        assertThat(line.until()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "plats,'',plats",
        "plats,SECTOR:,plats",
        "plats,MUNICIPALITY:x,plats",
        "plats,LAND:x,plats",
        "alder-fran,tolv,alder-fran",
        "alder-fran,150,alder-fran",
        "alder-fran,-1,alder-fran",
        "alder-till,1.5,alder-till",
        "fran,2027-02-30,fran",
        "fran,1999-12-31,fran",
        "till,imorgon,till",
        "till,2200-01-02,till",
        "grad,'',grad",
        "grad,ALLT,grad",
        "skal,' ',skal"
    })
    void whatCannotBeReadIsToldAtItsField(String field, String typed, String told) {
        assertThat(fields(form(field, typed))).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource({
        "alder-fran,0",
        "alder-fran,149",
        "alder-till,0",
        "fran,2000-01-01",
        "till,2200-01-01",
        "plats,MUNICIPALITY:"
    })
    void theEdgesAreRight(String field, String typed) {
        assertThat(form(field, typed).faults()).isEmpty();
    }

    @Test
    void agesAreInOrder() {
        assertThat(fields(form("alder-fran", "15", "alder-till", "14"))).containsExactly("alder-till");
        assertThat(form("alder-fran", "14", "alder-till", "14").line().ages()).isEqualTo(new AgeBand(14, 15));
    }

    @Test
    void aReasonHasRoom() {
        assertThat(form("skal", "s".repeat(500)).faults()).isEmpty();
        assertThat(fields(form("skal", "s".repeat(501)))).containsExactly("skal");
    }

    @Test
    void whatCannotBeReadStillMakesARuleThatTheHubLooksAt() {
        PolicyForm form = new PolicyForm(Map.of());
        assertThat(form.line().capacity()).isEqualTo(Capacity.NONE);
        assertThat(form.line().degree()).isEqualTo(Degree.HIDDEN);
        assertThat(form.version()).isZero();
    }

    @ParameterizedTest
    @EnumSource(LineFault.Kind.class)
    void eachFaultOfTheHubHasAField(LineFault.Kind kind) {
        PolicyForm form = form("lag", "", "lagrum", "");
        assertThat(form.faults(kind)).isNotEmpty();
    }

    @Test
    void theGroundIsToldWhereItIsMissing() {
        assertThat(form("lag", "").faults(LineFault.Kind.GROUND))
                .extracting(PolicyForm.Fault::field)
                .containsExactly("lag");
        assertThat(form("lagrum", "1".repeat(61)).faults(LineFault.Kind.GROUND))
                .extracting(PolicyForm.Fault::field)
                .containsExactly("lagrum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUNICIPALITY:", "CASE_TYPE:NED", "BRANCH:a:b"})
    void aPlaceComesBack(String code) {
        assertThat(PolicyForm.place(code).map(PolicyForm::code)).contains(code);
    }
}
