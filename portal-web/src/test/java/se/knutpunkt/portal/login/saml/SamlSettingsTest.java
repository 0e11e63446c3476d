package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.portal.login.saml.IdentityRules.Tells;

class SamlSettingsTest {
    private static final String DEMO = "http://127.0.0.1:8080/demo-eid/metadata";
    private static final String STAFF = "https://adfs.alvstad.example/adfs/services/trust";

    private final SamlSettings settings = new SamlSettings();

    @BeforeEach
    void nothingIsSet() {
        settings.staffProviders = Optional.empty();
        settings.demoEid = Optional.empty();
        settings.signedAssertionProviders = Optional.empty();
        settings.staffLevels = Optional.empty();
        settings.bindings = Optional.empty();
    }

    @Test
    void nobodyTellsStaffUnlessTheOperatorSaysSo() {
        assertThat(settings.tells(STAFF)).isEqualTo(Tells.CITIZENS);
    }

    @Test
    void theDemosOwnEidTellsAnyoneInDemoModeAlone() {
        settings.demoEid = Optional.of(DEMO);
        assertThat(settings.tells(DEMO)).isEqualTo(Tells.CITIZENS);

        settings.demo = true;
        assertThat(settings.tells(DEMO)).isEqualTo(Tells.ANYONE);
        assertThat(settings.tells(STAFF)).isEqualTo(Tells.CITIZENS);

        settings.staffProviders = Optional.of(DEMO);
        assertThat(settings.tells(DEMO)).isEqualTo(Tells.STAFF);
    }

    @Test
    void whoIsNamedTellsStaffAndNobodyWithANameLikeTheirs() {
        settings.staffProviders = Optional.of("https://other.example , " + STAFF + ",");

        assertThat(settings.tells(STAFF)).isEqualTo(Tells.STAFF);
        assertThat(settings.tells(STAFF + "2")).isEqualTo(Tells.CITIZENS);
        assertThat(settings.tells("https://other.example.evil.example")).isEqualTo(Tells.CITIZENS);
        assertThat(settings.tells("https://")).isEqualTo(Tells.CITIZENS);
        assertThat(settings.tells("")).isEqualTo(Tells.CITIZENS);
    }

    @Test
    void onlyWhoIsNamedMaySignTheAssertionAlone() {
        assertThat(settings.maySignAssertionAlone(STAFF)).isFalse();

        settings.signedAssertionProviders = Optional.of(STAFF);
        assertThat(settings.maySignAssertionAlone(STAFF)).isTrue();
        assertThat(settings.maySignAssertionAlone(DEMO)).isFalse();
    }

    @Test
    void onlyWaysOfBindingThatAreNamedAreTrusted() {
        assertThat(settings.trustsBinding("urn:a")).isFalse();

        settings.bindings = Optional.of("urn:a, urn:b");
        assertThat(settings.trustsBinding("urn:b")).isTrue();
        assertThat(settings.trustsBinding("urn:c")).isFalse();
    }

    @Test
    void levelsOfStaffKeepTheirOrder() {
        assertThat(settings.staffLevels()).isEmpty();

        settings.staffLevels = Optional.of("urn:two-factors, urn:password");
        assertThat(settings.staffLevels()).containsExactly("urn:two-factors", "urn:password");
    }
}
