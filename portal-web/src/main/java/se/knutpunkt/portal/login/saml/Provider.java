package se.knutpunkt.portal.login.saml;

import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An identity provider, as its metadata tells.
 *
 * @param entityId its name
 * @param shown how people see it
 * @param redirect where requests go by HTTP-Redirect
 * @param post where requests go by HTTP-POST
 * @param keys keys that sign its messages, at least one; any of them may be used
 * @param categories its entity categories
 * @param levels URIs of the levels of assurance it is certified for; empty when it does not say
 * @param validUntil when it may no longer be used; {@link Instant#MAX} when its metadata sets no end
 */
record Provider(
        String entityId,
        Shown shown,
        Optional<String> redirect,
        Optional<String> post,
        List<PublicKey> keys,
        Set<String> categories,
        Set<String> levels,
        Instant validUntil) {
    private static final String HIDDEN = "http://refeds.org/category/hide-from-discovery";

    /** Copies the collections. */
    Provider {
        keys = List.copyOf(keys);
        categories = Set.copyOf(categories);
        levels = Set.copyOf(levels);
    }

    /** Whether its metadata still holds; at the very instant of its end it does not. */
    boolean isValidAt(Instant now) {
        return now.isBefore(validUntil);
    }

    /** Whether it wants to stand in lists where people choose. */
    boolean wantsToBeListed() {
        return !categories.contains(HIDDEN);
    }

    /**
     * Whether it serves services as ours: it declares at least one of our service entity categories, or no such category
     * at all (framework, Entity Categories, section 2).
     */
    boolean serves(Set<String> ourCategories) {
        List<String> declared =
                categories.stream().filter(EntityCategories::isOfService).toList();
        return declared.isEmpty() || declared.stream().anyMatch(ourCategories::contains);
    }

    /**
     * Those of the levels that it can give: the ones it is certified for, else those of its service entity categories, else
     * perhaps any.
     *
     * @param asked URIs, the most wanted first; their order is kept
     */
    Set<String> gives(Set<String> asked) {
        return asked.stream()
                .filter(uri -> levels.isEmpty() ? EntityCategories.mayGive(categories, uri) : levels.contains(uri))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * How people see a provider.
     *
     * @param sv in Swedish
     * @param en in English
     * @param logo its logo, when the metadata holds it
     */
    record Shown(Words sv, Words en, Optional<Logo> logo) {}
}
