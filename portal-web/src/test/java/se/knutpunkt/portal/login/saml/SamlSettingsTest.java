package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamlSettingsTest {
    private static final String STAFF = "https://adfs.alvstad.example/adfs/services/trust";

    private final SamlSettings settings = new SamlSettings();

    @Test
    void nobodyNamesStaffUnlessTheOperatorSaysSo() {
        settings.staffProviders = Optional.empty();

        assertThat(settings.mayNameStaff(STAFF)).isFalse();
    }

    @Test
    void everybodyNamesStaffInDemoModeUnlessTheOperatorSaysWho() {
        settings.demo = true;
        settings.staffProviders = Optional.empty();
        assertThat(settings.mayNameStaff(STAFF)).isTrue();

        settings.staffProviders = Optional.of("https://other.example");
        assertThat(settings.mayNameStaff(STAFF)).isFalse();
    }

    @Test
    void whoIsNamedNamesStaffAndNobodyWithANameLikeTheirs() {
        settings.staffProviders = Optional.of("https://other.example , " + STAFF);

        assertThat(settings.mayNameStaff(STAFF)).isTrue();
        assertThat(settings.mayNameStaff(STAFF + "2")).isFalse();
        assertThat(settings.mayNameStaff("https://other.example.evil.example")).isFalse();
        assertThat(settings.mayNameStaff("https://")).isFalse();
    }
}
