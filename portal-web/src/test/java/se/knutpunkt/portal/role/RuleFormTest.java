package se.knutpunkt.portal.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.Workplace;
import se.knutpunkt.portal.delegation.Boundary;

class RuleFormTest {
    private static final String ADFS = "https://adfs.example/trust";
    private static final List<Boundary> PLACES = List.of(
            new Boundary("bn", "bn", null, "Byggnadsnämnden"),
            new Boundary("bun/förskola", "bun", "förskola", "Barn- och utbildningsnämnden – Förskola"));
    private static final String LONGEST = "a".repeat(RoleRule.LONGEST_TEXT);

    @Test
    void aWholeLineIsTaken() {
        assertThat(form("EDITOR", RuleForm.ALL, "ADFS_GROUP", "", "Webb").rule(PLACES))
                .isEqualTo(new RoleRule(StaffRole.EDITOR, "", "http://schemas.xmlsoap.org/claims/Group", "Webb"));
        assertThat(form("EDITOR", ADFS, RuleForm.OTHER, "grupp", "Webb").rule(PLACES))
                .isEqualTo(new RoleRule(StaffRole.EDITOR, ADFS, "grupp", "Webb"));
        assertThat(faults(form("EDITOR", ADFS, RuleForm.OTHER, LONGEST, LONGEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',alla,ROLE,'',a,roll",
        "KING,alla,ROLE,'',a,roll",
        "EDITOR,https://other.example,ROLE,'',a,leverantor",
        "EDITOR,'',ROLE,'',a,leverantor",
        "EDITOR,alla,'','',a,attribut",
        "EDITOR,alla,KING,'',a,attribut",
        "EDITOR,alla,annat,'',a,annat",
        "EDITOR,alla,ROLE,'','',varde"
    })
    void whatIsWrongIsToldAtItsField(
            String role, String provider, String attribute, String other, String value, String field) {
        assertThat(faults(form(role, provider, attribute, other, value))).containsExactly(field);
    }

    @Test
    void whatIsTooLongIsTold() {
        assertThat(faults(form("EDITOR", RuleForm.ALL, RuleForm.OTHER, LONGEST + "a", LONGEST + "a")))
                .containsExactly("annat", "varde");
    }

    @Test
    void aLineMaySayWherePeopleWork() {
        assertThat(at("", "").rule(PLACES).workplace()).isNull();
        assertThat(at("bn", "").rule(PLACES).workplace()).isEqualTo(new Workplace("bn", null, null));
        assertThat(at("bun/förskola", "Ekorren").rule(PLACES).workplace())
                .isEqualTo(new Workplace("bun", "förskola", "Ekorren"));
    }

    @Test
    void aUnitIsInAnAuthorityThatThereIs() {
        assertThat(faults(at("", "Ekorren"))).containsExactly("plats");
        assertThat(faults(at("okänd", ""))).containsExactly("plats");
        assertThat(faults(at("bn", "a".repeat(100)))).isEmpty();
        assertThat(faults(at("bn", "a".repeat(101)))).containsExactly("enhet");
        assertThat(faults(at("bn", "a\tb"))).containsExactly("enhet");
    }

    private static RuleForm at(String place, String unit) {
        return new RuleForm("EDITOR", RuleForm.ALL, "ADFS_GROUP", "", "Webb", place, unit);
    }

    private static List<String> faults(RuleForm form) {
        return form.faults(List.of(ADFS), PLACES).stream()
                .map(RuleForm.Fault::field)
                .toList();
    }

    private static RuleForm form(String role, String provider, String attribute, String other, String value) {
        return new RuleForm(role, provider, attribute, other, value, "", "");
    }
}
