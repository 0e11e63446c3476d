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
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.page.TestPages;

/** The request that a login begins with, as it is remembered. */
class ServiceProviderTest {
    private static final String BROWSER = "browser-token";

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
        provider.settings = settings;
        provider.site = TestPages.site(Portal.BASE);
        provider.requests = requests;
        provider.clock = new Tick();
    }

    @Test
    void demandsANewProofOfTheLevelWithinAQuarterOfAnHour() {
        provider.start(Portal.PROVIDER_ID, "/mina-sidor", BROWSER);

        LoginRequest sent = requests.find(requests.only(), BROWSER).orElseThrow();
        assertThat(sent.forced()).isTrue();
        assertThat(sent.levels()).containsExactly(Answer.LOA3);
        assertThat(sent.sent()).isEqualTo(Portal.NOW);
        assertThat(Duration.between(sent.sent(), sent.ends())).isEqualTo(Duration.ofMinutes(15));
        assertThat(sent.provider()).isEqualTo(Portal.PROVIDER_ID);
        assertThat(requests.find(sent.id(), "another")).isEmpty();
    }

    @Test
    void asksNobodyElseThanAProviderItKnows() {
        assertThat(Refusals.of(() -> provider.start("https://evil.example", "/mina-sidor", BROWSER)))
                .isEqualTo(LoginError.NO_PROVIDER);
    }
}
