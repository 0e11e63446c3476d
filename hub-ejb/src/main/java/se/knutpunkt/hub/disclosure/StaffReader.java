package se.knutpunkt.hub.disclosure;

import java.util.Set;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;

/**
 * A staff member who is logged in.
 *
 * @param roles of the login
 * @param login row id of the login, to which what is looked up is bound
 */
public record StaffReader(StaffId staff, Set<StaffRole> roles, long login) {

    /** Copies the set. */
    public StaffReader {
        roles = Set.copyOf(roles);
    }

    Viewer.Staff viewer() {
        return new Viewer.Staff(Long.toString(staff.value()));
    }

    /** Whether the reader is one of the few who may look at persons with protected personal data. */
    boolean opensProtected() {
        return roles.contains(StaffRole.PROTECTED_READER);
    }
}
