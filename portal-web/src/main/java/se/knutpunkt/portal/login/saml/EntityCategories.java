package se.knutpunkt.portal.login.saml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The entity categories that we declare, and what providers' say to us. */
final class EntityCategories {
    /** The SAML attribute whose values are the categories. */
    static final String ATTRIBUTE = "http://macedir.org/entity-category";

    /** Ours. */
    static final List<String> OURS = List.of(
            "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
            "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
            "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
            "http://id.elegnamnden.se/st/1.0/public-sector-sp",
            "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");

    /** The kind of category by which providers and services are matched: what is delivered at which level. */
    private static final List<String> SERVICE =
            List.of("http://id.elegnamnden.se/ec/", "http://id.swedenconnect.se/ec/");

    private EntityCategories() {}

    /** Those of ours by which a provider is matched. */
    static Set<String> ourServices() {
        return OURS.stream().filter(EntityCategories::isOfService).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a provider that declares the categories may give the level; one without a service category may give any. */
    static boolean mayGive(Set<String> declared, String levelUri) {
        Set<String> services =
                declared.stream().filter(EntityCategories::isOfService).collect(Collectors.toUnmodifiableSet());
        String name = levelUri.substring(levelUri.lastIndexOf('/') + 1);
        return services.isEmpty() || services.contains("http://id.elegnamnden.se/ec/1.0/" + name + "-pnr");
    }

    static boolean isOfService(String category) {
        return SERVICE.stream().anyMatch(category::startsWith);
    }
}
