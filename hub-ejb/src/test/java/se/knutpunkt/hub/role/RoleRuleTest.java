package se.knutpunkt.hub.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.login.StaffRole;

class RoleRuleTest {
    private static final String PROVIDER = "https://adfs.example/trust";
    private static final Map<String, Set<String>> TOLD = Map.of("groups", Set.of("Diariet", "Alla"));

    @Test
    void givesItsRoleToWhoBearsTheValue() {
        assertThat(rule("", "groups", "Diariet").gives(PROVIDER, TOLD)).isTrue();
        assertThat(rule(PROVIDER, "groups", "Diariet").gives(PROVIDER, TOLD)).isTrue();
        assertThat(rule("", " groups ", " Diariet ").gives(PROVIDER, TOLD)).isTrue();
    }

    @Test
    void givesNothingByAnotherProviderAttributeOrValue() {
        assertThat(rule("https://other.example", "groups", "Diariet").gives(PROVIDER, TOLD))
                .isFalse();
        assertThat(rule("", "role", "Diariet").gives(PROVIDER, TOLD)).isFalse();
        assertThat(rule("", "groups", "diariet").gives(PROVIDER, TOLD)).isFalse();
        assertThat(rule("", "groups", "Diarie").gives(PROVIDER, TOLD)).isFalse();
        assertThat(rule("", "groups", "Diariet").gives(PROVIDER, Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void refusesEmptyTextsAndControlCharacters(String text) {
        assertThatThrownBy(() -> rule("", "groups", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("", text, "Diariet")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTextsUpToTheLimit() {
        String longest = "a".repeat(RoleRule.LONGEST_TEXT);

        assertThat(rule("", longest, longest).value()).isEqualTo(longest);
        assertThatThrownBy(() -> rule("", "groups", longest + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("a".repeat(RoleRule.LONGEST_PROVIDER + 1), "groups", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RoleRule rule(String provider, String attribute, String value) {
        return new RoleRule(StaffRole.REGISTRAR, provider, attribute, value);
    }
}
