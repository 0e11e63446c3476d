package se.knutpunkt.hub.login;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Staff members as their providers know them. */
@Local
public interface StaffMembers {

    /**
     * The staff member behind a provider's account; a new one is registered, the name of a known one is renewed.
     *
     * @param provider entity id of the provider
     * @param account the provider's lasting name for the person, at most 400 characters
     * @param name display name, at most 200 characters
     */
    StaffId register(String provider, String account, String name);

    /** The display names of staff members, as their latest logins told; one that is not known is left out. */
    Map<StaffId, String> names(Set<StaffId> members);

    /** The display names of all who logged in after that time. */
    Map<StaffId, String> namesSince(Instant after);
}
