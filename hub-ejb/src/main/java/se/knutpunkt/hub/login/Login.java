package se.knutpunkt.hub.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A living login.
 *
 * @param id row id; may stand in logs
 * @param who whom it stands for
 * @param name display name for the page; personal data, never logged
 * @param level how surely the provider knew who it was
 * @param started when the person logged in
 * @param expires when it ends by itself if nothing more is done (the nearer of the idle and the absolute limit)
 * @param actingFor whom the person chose to act for; null for oneself. Whether that may still be is asked of {@code
 *     hub.representation} at each request, not here
 */
public record Login(
        long id,
        Who who,
        String name,
        AssuranceLevel level,
        Instant started,
        Instant expires,
        @Nullable PartyId actingFor) {

    /** A login that acts for nobody else. */
    public Login(long id, Who who, String name, AssuranceLevel level, Instant started, Instant expires) {
        this(id, who, name, level, started, expires, null);
    }

    /**
     * Seconds until it ends by itself, rounded up: 0 means that it has ended, never that it is about to. A page that took
     * the last second for the end would ask for the next page, and so begin the idle time anew.
     */
    public long secondsLeft(Instant now) {
        return Math.max(0, Duration.between(now, expires).plusMillis(999).toSeconds());
    }

    /** The person, when this is a citizen's login. */
    public Optional<PartyId> party() {
        return who instanceof Who.Citizen citizen ? Optional.of(citizen.party()) : Optional.empty();
    }

    /** The staff member, when this is a staff login. */
    public Optional<StaffId> staff() {
        return who instanceof Who.Staff staff ? Optional.of(staff.staff()) : Optional.empty();
    }

    /** Whether this is a staff login with the role. */
    public boolean has(StaffRole role) {
        return who instanceof Who.Staff staff && staff.roles().contains(role);
    }
}
