package se.knutpunkt.portal.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.RoleRule;

class RuleFormTest {
    private static final String ADFS = "https://adfs.example/trust";
    private static final String LONGEST = "a".repeat(RoleRule.LONGEST_TEXT);

    @Test
    void aWholeLineIsTaken() {
        assertThat(form("EDITOR", RuleForm.ALL, "ADFS_GROUP", "", "Webb").rule())
                .isEqualTo(new RoleRule(StaffRole.EDITOR, "", "http://schemas.xmlsoap.org/claims/Group", "Webb"));
        assertThat(form("EDITOR", ADFS, RuleForm.OTHER, "grupp", "Webb").rule())
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

    private static List<String> faults(RuleForm form) {
        return form.faults(List.of(ADFS)).stream().map(RuleForm.Fault::field).toList();
    }

    private static RuleForm form(String role, String provider, String attribute, String other, String value) {
        return new RuleForm(role, provider, attribute, other, value);
    }
}
