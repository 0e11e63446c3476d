package se.knutpunkt.portal.login.saml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.hub.login.AssuranceUris;

/** The entity categories that we declare, and what providers' say to us. */
final class EntityCategories {
    /** The SAML attribute whose values are the categories. */
    static final String ATTRIBUTE = "http://macedir.org/entity-category";

    /** People with a foreign e-ID, by the Swedish eIDAS node. */
    private static final String FOREIGNERS = "http://id.elegnamnden.se/ec/1.0/eidas-naturalperson";

    private static final List<String> ALWAYS = List.of(
            "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
            "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
            "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
            "http://id.elegnamnden.se/st/1.0/public-sector-sp",
            "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");

    /** The kind of category by which providers and services are matched: what is delivered at which level. */
    private static final List<String> SERVICE =
            List.of("http://id.elegnamnden.se/ec/", "http://id.swedenconnect.se/ec/");

    private EntityCategories() {}

    /** Ours. @param foreigners whether levels of foreign e-IDs are accepted */
    static List<String> ours(boolean foreigners) {
        return foreigners
                ? Stream.concat(Stream.of(FOREIGNERS), ALWAYS.stream()).toList()
                : ALWAYS;
    }

    /** Those of ours by which a provider is matched. */
    static Set<String> ourServices(boolean foreigners) {
        return ours(foreigners).stream().filter(EntityCategories::isOfService).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a provider that declares the categories may give the level; one without a service category may give any. */
    static boolean mayGive(Set<String> declared, String levelUri) {
        Set<String> services =
                declared.stream().filter(EntityCategories::isOfService).collect(Collectors.toUnmodifiableSet());
        String name = levelUri.substring(levelUri.lastIndexOf('/') + 1);
        return services.isEmpty()
                || services.contains(
                        AssuranceUris.isForeign(levelUri)
                                ? FOREIGNERS
                                : "http://id.elegnamnden.se/ec/1.0/" + name + "-pnr");
    }

    static boolean isOfService(String category) {
        return SERVICE.stream().anyMatch(category::startsWith);
    }
}
