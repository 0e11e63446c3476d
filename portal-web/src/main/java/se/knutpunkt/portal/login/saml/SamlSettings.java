package se.knutpunkt.portal.login.saml;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Entity ids of the municipality's own providers, which tell staff and nobody else, comma-separated. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_STAFF_PROVIDERS")
    Optional<String> staffProviders;

    /** What such a provider is asked for in {@code AuthnContextClassRef} and must deliver one of, as URIs, comma-separated. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_STAFF_LEVELS")
    Optional<String> staffLevels;

    /** Entity id of the demo's e-ID, which tells staff and citizens; the launcher names it in demo mode alone. */
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEMO_EID")
    Optional<String> demoEid;

    /** Ways of binding a foreign e-ID to a Swedish number that count, as URIs, comma-separated. */
    @Inject
    @ConfigProperty(
            name = "KNUTPUNKT_SAML_ID_BINDINGS",
            defaultValue = "http://id.swedenconnect.se/id-binding/process/swedish-eid")
    Optional<String> bindings;

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

    IdentityRules.Tells tells(String entityId) {
        if (isIn(staffProviders, entityId)) {
            return IdentityRules.Tells.STAFF;
        }
        return demo && demoEid.filter(entityId::equals).isPresent()
                ? IdentityRules.Tells.ANYONE
                : IdentityRules.Tells.CITIZENS;
    }

    boolean maySignAssertionAlone(String entityId) {
        return isIn(signedAssertionProviders, entityId);
    }

    boolean trustsBinding(String uri) {
        return isIn(bindings, uri);
    }

    /** Empty when providers of staff are asked for the same levels as e-IDs. */
    Set<String> staffLevels() {
        return parts(staffLevels).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isIn(Optional<String> list, String one) {
        return parts(list).anyMatch(one::equals);
    }

    private static Stream<String> parts(Optional<String> list) {
        return list.stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
