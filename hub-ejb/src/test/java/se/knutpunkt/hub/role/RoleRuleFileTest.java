package se.knutpunkt.hub.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.hub.login.StaffRole;

class RoleRuleFileTest {
    @Test
    void readsLinesWithAndWithoutAProvider() {
        assertThat(RoleRuleFile.read("""
                [{"role": "ADMINISTRATOR", "attribute": "groups", "value": "Behörighet"},
                 {"role": "EDITOR", "attribute": "groups", "value": "Webb", "provider": "https://adfs.example"}]
                """))
                .containsExactly(
                        new RoleRule(StaffRole.ADMINISTRATOR, "", "groups", "Behörighet"),
                        new RoleRule(StaffRole.EDITOR, "https://adfs.example", "groups", "Webb"));
        assertThat(RoleRuleFile.read("[]")).isEmpty();
    }

    @Test
    void readsWherePeopleWork() {
        assertThat(RoleRuleFile.read("""
                [{"role": "HANDLER", "attribute": "a", "value": "b", "authority": "on", "branch": "äldre", "unit": "Bistånd"},
                 {"role": "HANDLER", "attribute": "a", "value": "c", "authority": "on"}]
                """))
                .extracting(RoleRule::workplace)
                .containsExactly(new Workplace("on", "äldre", "Bistånd"), new Workplace("on", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|a list is expected",
                "[|line 1",
                "[{}]|/0/role",
                "[{\"role\": \"KING\", \"attribute\": \"a\", \"value\": \"b\"}]|/0/role",
                "[{\"role\": \"EDITOR\", \"value\": \"b\"}]|/0/attribute",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": 1}]|/0/value",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": \"b\", \"provider\": \"\"}]|/0/provider",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": \"b\", \"provder\": \"x\"}]|/0: \"provder\" is unknown",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": \"b\\tc\"}]|/0: A role rule",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": \"b\", \"unit\": \"x\"}]|/0/authority",
                "[{\"role\": \"EDITOR\", \"attribute\": \"a\", \"value\": \"b\", \"authority\": \"\"}]|/0/authority",
            })
    void refusesAnythingElseWithItsPlace(String json, String place) {
        assertThatThrownBy(() -> RoleRuleFile.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place);
    }
}
