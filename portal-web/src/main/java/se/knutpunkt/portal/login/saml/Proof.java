package se.knutpunkt.portal.login.saml;

import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.IdentityNumber;

/** Who a provider says the person is. Personal data: never logged. */
public sealed interface Proof {

    /** Display name; empty when the provider tells none. */
    String name();

    /**
     * A private person.
     *
     * @param number identity number
     * @param former the number that this one replaced, where the provider tells of one
     * @param name display name
     */
    record OfCitizen(IdentityNumber number, Optional<IdentityNumber> former, String name) implements Proof {}

    /**
     * A staff member.
     *
     * @param provider entity id of the provider
     * @param account the provider's lasting name for the person
     * @param roles at least one
     * @param name display name
     * @param workLines ids of the lines of the mapping that tell where the person works
     */
    record OfStaff(String provider, String account, Set<StaffRole> roles, String name, Set<Long> workLines)
            implements Proof {
        /** Someone of whom nothing tells where the person works. */
        public OfStaff(String provider, String account, Set<StaffRole> roles, String name) {
            this(provider, account, roles, name, Set.of());
        }
    }
}
