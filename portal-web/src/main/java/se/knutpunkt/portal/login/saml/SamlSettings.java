package se.knutpunkt.portal.login.saml;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides about providers. */
@Dependent
public class SamlSettings {
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_KEYS_DIR")
    String keys;

    /** Addresses or files with providers' metadata, comma-separated; none means that nobody can log in. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_IDP_METADATA")
    Optional<String> metadata;

    /** PEM files with the certificates whose keys sign metadata got by address, comma-separated. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_METADATA_CERT")
    Optional<String> metadataCertificates;

    /** Folder of the last good metadata of each address. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_CACHE_DIR")
    Optional<String> cacheFolder;

    /** Entity ids of the municipality's own providers, whose role attributes count, comma-separated. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_STAFF_PROVIDERS")
    Optional<String> staffProviders;

    /** Entity ids of the providers outside the framework that may sign the assertion alone, comma-separated. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_SIGNED_ASSERTION_PROVIDERS")
    Optional<String> signedAssertionProviders;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEMO", defaultValue = "false")
    boolean demo;

    Path keyFolder() {
        return Path.of(keys);
    }

    List<MetadataSource> sources() {
        MetadataTrust trust = MetadataTrust.of(metadataCertificates);
        List<MetadataSource> sources =
                MetadataSource.list(metadata.orElse(""), trust, new MetadataCache(cacheFolder()));
        trust.warn(sources);
        return sources;
    }

    private Path cacheFolder() {
        return cacheFolder.map(Path::of).orElseGet(() -> keyFolder().resolveSibling("saml-cache"));
    }

    ProviderRights rights() {
        return new ProviderRights(
                this::mayNameStaff,
                entityId -> signedAssertionProviders
                        .filter(list -> names(list, entityId))
                        .isPresent());
    }

    /** Whether roles told by the provider count. In demo mode every provider speaks for staff too, unless the operator names those that do. */
    private boolean mayNameStaff(String entityId) {
        return staffProviders.map(list -> names(list, entityId)).orElse(demo);
    }

    private static boolean names(String list, String entityId) {
        return Arrays.stream(list.split(",")).map(String::strip).anyMatch(entityId::equals);
    }
}
