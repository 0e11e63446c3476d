package se.knutpunkt.portal.login.saml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.StaffRole;

/** What the municipality decides about providers: whom their assertions can tell of, and what they may do. */
interface IdentityRules {
    /** Whom a provider may tell of. */
    enum Tells {
        /** Private persons alone: e-IDs. */
        CITIZENS,
        /** Staff alone: the municipality's own provider, whose word on who a citizen is counts for nothing. */
        STAFF,
        /** Both: only the demo's e-ID. */
        ANYONE
    }

    /** Whom the provider of an entity id may tell of. */
    Tells tells(String provider);

    /** Whether the provider may sign the assertion instead of the response, outside the Swedish profile. */
    boolean maySignAssertionAlone(String provider);

    /** The staff roles that attributes give; empty for none. */
    Set<StaffRole> roles(String provider, Map<String, Set<String>> attributes);

    /** The lines of the mapping that tell where a member of staff works, by their ids; empty for none. */
    default Set<Long> workLines(String provider, Map<String, Set<String>> attributes) {
        return Set.of();
    }

    /** Whether a way of binding a foreign e-ID to a Swedish number is trusted, by its URI. */
    boolean trustsBinding(String uri);

    /**
     * The level of assurance that a provider delivered.
     *
     * @param context its {@code AuthnContextClassRef}, one of those asked for
     * @return empty when it is no level that we know
     */
    Optional<AssuranceLevel> level(String provider, String context);
}
