package se.knutpunkt.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.server.database.Database;

/** The launcher's part of the {@code KNUTPUNKT_*} environment variables. */
final class Configuration {
    private final Map<String, String> variables;

    Configuration(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The operator's own database, when one is named. */
    Optional<Database> database() {
        return value("KNUTPUNKT_DB_URL")
                .map(url -> new Database(
                        url,
                        value("KNUTPUNKT_DB_USER").orElse(""),
                        value("KNUTPUNKT_DB_PASSWORD").orElse("")));
    }

    /** The address people use, when it is another than the listener's, as behind a proxy. */
    Optional<String> baseUrl() {
        return value("KNUTPUNKT_BASE_URL");
    }

    /** Further switches of the portal's Java machine, separated by spaces. */
    List<String> javaOptions() {
        return words("KNUTPUNKT_JAVA_OPTIONS");
    }

    /** Further options of Payara Micro, separated by spaces, such as a further application to deploy. */
    List<String> payaraOptions() {
        return words("KNUTPUNKT_PAYARA_OPTIONS");
    }

    /**
     * How much of the memory the database that comes along keeps of its tables.
     *
     * @throws StartRefused unless it is a number with M or G
     */
    String databaseMemory() {
        String memory = value("KNUTPUNKT_DB_MEMORY").orElse("128M");
        if (!memory.matches("[1-9][0-9]{0,5}[MG]")) {
            throw new StartRefused("KNUTPUNKT_DB_MEMORY ska vara ett heltal följt av M eller G, till exempel 2G.");
        }
        return memory;
    }

    /** The operator's own identity providers: where their metadata is. */
    Optional<String> identityProviders() {
        return value("KNUTPUNKT_SAML_IDP_METADATA");
    }

    /** The operator's own folder of keys, when one is named. */
    Optional<Path> keyFolder() {
        return value("KNUTPUNKT_KEYS_DIR").map(folder -> Path.of(folder).toAbsolutePath());
    }

    /** Whether the operator has said where metadata of identity providers is kept. */
    boolean hasMetadataFolder() {
        return value("KNUTPUNKT_SAML_CACHE_DIR").isPresent();
    }

    /** The operator's own lines of the mapping from attributes to roles. */
    Optional<String> roleRules() {
        return value("KNUTPUNKT_ROLE_RULES");
    }

    /** Whether the operator has said where diary packages are to be laid. */
    boolean hasDiaryFolder() {
        return value("KNUTPUNKT_DIARY_DIR").isPresent();
    }

    /** Whether the operator has said where systems lay files of events. */
    boolean hasInbox() {
        return value("KNUTPUNKT_INBOX").isPresent();
    }

    /**
     * Demo mode lets anyone log in as the test persons, so a real database is kept from it.
     *
     * @throws StartRefused when demo mode would meet a named database without being forced
     */
    void refuseContradictions(Options options) {
        boolean forced = value("KNUTPUNKT_DEMO").map("true"::equals).orElse(false);
        if (options.demo() && database().isPresent() && !forced) {
            throw new StartRefused("Demoläge mot en egen databas startas inte: ange --no-demo, "
                    + "eller KNUTPUNKT_DEMO=true om det är avsikten.");
        }
    }

    private List<String> words(String name) {
        return value(name)
                .map(options -> List.of(options.strip().split("\\s+")))
                .orElse(List.of());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
