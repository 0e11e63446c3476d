package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.page.TestPages;

/** The request that a login begins with, as it is remembered. */
class ServiceProviderTest {
    private static final String BROWSER = "browser-token";
    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static final Errand ERRAND =
            new Errand("/mina-sidor", AssuranceLevel.LOA3, new UserMessage("Logga in", "Log in"));

    @TempDir
    Path folder;

    private final MemoryRequests requests = new MemoryRequests();
    private final ServiceProvider provider = new ServiceProvider();

    @BeforeEach
    void connect() throws IOException {
        Path metadata = Files.writeString(
                folder.resolve("idp.xml"), TestMetadata.of(Portal.PROVIDER_ID).xml());
        SamlSettings settings = new SamlSettings();
        settings.keys = Path.of("target", "test-keys", "portal").toString();
        settings.metadata = Optional.of(metadata.toString());
        settings.metadataCertificates = Optional.empty();
        settings.cacheFolder = Optional.of(folder.resolve("cache").toString());
        settings.staffProviders = Optional.empty();
        settings.staffLevels = Optional.of(PASSWORD);
        settings.demoEid = Optional.empty();
        provider.settings = settings;
        provider.levels = TestPages.levels("loa3");
        provider.identities = new ConfiguredIdentities();
        provider.identities.settings = settings;
        provider.identities.levels = provider.levels;
        provider.service = new ServiceSettings() {
            @Override
            ServiceDescription describe() {
                return OwnMetadataTest.DESCRIPTION;
            }
        };
        provider.site = TestPages.site(Portal.BASE);
        provider.requests = requests;
        provider.clock = new Tick();
    }

    @Test
    void demandsANewProofOfTheLevelWithinAQuarterOfAnHour() {
        provider.start(Portal.PROVIDER_ID, ERRAND, BROWSER);

        LoginRequest sent = requests.find(requests.only(), BROWSER).orElseThrow();
        assertThat(sent.forced()).isTrue();
        assertThat(sent.levels()).contains(Answer.LOA3).doesNotContain(Answer.LOA2);
        assertThat(sent.sent()).isEqualTo(Portal.NOW);
        assertThat(Duration.between(sent.sent(), sent.ends())).isEqualTo(Duration.ofMinutes(15));
        assertThat(sent.provider()).isEqualTo(Portal.PROVIDER_ID);
        assertThat(requests.find(sent.id(), "another")).isEmpty();
    }

    @Test
    void asksAProviderOfStaffForWhatTheOperatorSays() {
        provider.settings.staffProviders = Optional.of(Portal.PROVIDER_ID);

        provider.start(Portal.PROVIDER_ID, ERRAND, BROWSER);

        assertThat(requests.find(requests.only(), BROWSER).orElseThrow().levels())
                .containsExactly(PASSWORD);
        assertThat(provider.identities.level(Portal.PROVIDER_ID, PASSWORD)).contains(AssuranceLevel.LOA3);
        assertThat(provider.identities.level("https://e-id.example", PASSWORD)).isEmpty();
    }

    @Test
    void asksAnEidThatIsNotStrongEnoughForNothing() throws IOException {
        Files.writeString(
                folder.resolve("idp.xml"),
                TestMetadata.of(Portal.PROVIDER_ID).certified(Answer.LOA2).xml());

        assertThat(Refusals.of(() -> provider.start(Portal.PROVIDER_ID, ERRAND, BROWSER)))
                .isEqualTo(LoginError.NO_STRONG_PROVIDER);
    }

    @Test
    void asksNobodyElseThanAProviderItKnows() {
        assertThat(Refusals.of(() -> provider.start("https://evil.example", ERRAND, BROWSER)))
                .isEqualTo(LoginError.NO_PROVIDER);
    }
}
