package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.server.database.Database;

class ConfigurationTest {
    private static final String URL = "jdbc:mariadb://db.example.org/knutpunkt";
    private static final Options DEMO = Options.parse(List.of());
    private static final Options NO_DEMO = Options.parse(List.of("--no-demo"));

    @Test
    void namesTheOperatorsDatabase() {
        Configuration configuration = new Configuration(
                Map.of("KNUTPUNKT_DB_URL", URL, "KNUTPUNKT_DB_USER", "k", "KNUTPUNKT_DB_PASSWORD", "p"));

        assertThat(configuration.database()).contains(new Database(URL, "k", "p"));
    }

    @Test
    void knowsNoDatabaseWhereNoneIsNamed() {
        assertThat(new Configuration(Map.of("KNUTPUNKT_DB_URL", " ")).database())
                .isEmpty();
    }

    @Test
    void namesTheOperatorsIdentityProviders() {
        assertThat(new Configuration(Map.of("KNUTPUNKT_SAML_IDP_METADATA", "idp.xml")).identityProviders())
                .contains("idp.xml");
        assertThat(new Configuration(Map.of("KNUTPUNKT_SAML_IDP_METADATA", " ")).identityProviders())
                .isEmpty();
    }

    @Test
    void tellsHowMuchMemoryTheDatabaseThatComesAlongHas() {
        assertThat(new Configuration(Map.of()).databaseMemory()).isEqualTo("128M");
        assertThat(new Configuration(Map.of("KNUTPUNKT_DB_MEMORY", "2G")).databaseMemory())
                .isEqualTo("2G");
    }

    @Test
    void refusesMemoryThatIsNone() {
        for (String wrong : List.of("2", "0M", "2T", "2 G", "1234567M", "--help")) {
            assertThatExceptionOfType(StartRefused.class)
                    .as(wrong)
                    .isThrownBy(() -> new Configuration(Map.of("KNUTPUNKT_DB_MEMORY", wrong)).databaseMemory())
                    .withMessageContaining("KNUTPUNKT_DB_MEMORY");
        }
    }

    @Test
    void namesTheOperatorsKeys() {
        assertThat(new Configuration(Map.of("KNUTPUNKT_KEYS_DIR", "/etc/keys")).keyFolder())
                .contains(Path.of("/etc/keys"));
        assertThat(new Configuration(Map.of()).keyFolder()).isEmpty();
    }

    @Test
    void refusesDemoModeOnANamedDatabase() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new Configuration(Map.of("KNUTPUNKT_DB_URL", URL)).refuseContradictions(DEMO));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new Configuration(Map.of("KNUTPUNKT_DB_URL", URL, "KNUTPUNKT_DEMO", "false"))
                        .refuseContradictions(DEMO));
    }

    @Test
    void takesDemoModeOnANamedDatabaseWhenForced() {
        assertThatCode(() -> new Configuration(Map.of("KNUTPUNKT_DB_URL", URL, "KNUTPUNKT_DEMO", "true"))
                        .refuseContradictions(DEMO))
                .doesNotThrowAnyException();
    }

    @Test
    void takesANamedDatabaseOutsideDemoMode() {
        assertThatCode(() -> new Configuration(Map.of("KNUTPUNKT_DB_URL", URL)).refuseContradictions(NO_DEMO))
                .doesNotThrowAnyException();
    }

    @Test
    void splitsFurtherOptionsAtSpaces() {
        Configuration configuration = new Configuration(
                Map.of("KNUTPUNKT_JAVA_OPTIONS", " -Xmx2g  -Da=b ", "KNUTPUNKT_PAYARA_OPTIONS", "--lite"));

        assertThat(configuration.javaOptions()).containsExactly("-Xmx2g", "-Da=b");
        assertThat(configuration.payaraOptions()).containsExactly("--lite");
        assertThat(new Configuration(Map.of()).payaraOptions()).isEmpty();
    }
}
