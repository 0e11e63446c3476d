package se.knutpunkt.hub.login;

import java.util.Set;
import se.knutpunkt.hub.party.PartyId;

/** Whom a login stands for. A staff login is never also a citizen's: the same human logs in twice to be both. */
public sealed interface Who {

    /**
     * A private person identified by e-ID.
     *
     * @param party the person
     */
    record Citizen(PartyId party) implements Who {}

    /**
     * A staff member identified by the municipality's provider.
     *
     * @param staff the staff member
     * @param roles at least one role
     */
    record Staff(StaffId staff, Set<StaffRole> roles) implements Who {
        /** @throws IllegalArgumentException when no role is given */
        public Staff {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("A staff login needs at least one role");
            }
        }
    }
}
