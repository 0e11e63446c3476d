package se.knutpunkt.hub.event;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.StaffId;

/** Files that were announced with an event and have not come, as staff see them. Callers check the role. */
@Local
public interface LateFiles {

    /** How many of each list are shown. */
    int SHOWN = 200;

    /** What a source is waited for, the longest first; at most {@link #SHOWN}. */
    List<Awaited> awaited(String source);

    /** One that is waited for. */
    Optional<Awaited> awaited(String source, String eventId, int position);

    /** What is no longer waited for from a source, the newest first; at most {@link #SHOWN}. */
    List<GivenUp> givenUp(String source);

    /** Which attachments of an event are no longer waited for; also those that came all the same. */
    Set<Integer> givenUpOf(String eventId);

    /**
     * Waits no longer for a file, which stands in the source's history. It is taken all the same if it comes.
     *
     * @param reason why, at most 300 characters; stored sealed
     * @return whether it was waited for
     */
    boolean giveUp(String source, String eventId, int position, String reason, StaffId by);

    /**
     * A file that has not come.
     *
     * @param eventId the hub's own id of the event
     * @param externalId the source's id of it
     * @param position of the attachment, from 1
     * @param mediaType as it was announced
     */
    record Awaited(String eventId, String externalId, int position, String mediaType, Instant announced) {}

    /**
     * A file that is no longer waited for.
     *
     * @param externalId the source's id of the event
     * @param position of the attachment, from 1
     * @param by name of the staff member; personal data, never logged
     * @param reason what that person typed
     * @param arrived whether the file came all the same
     */
    record GivenUp(String externalId, int position, Instant at, String by, String reason, boolean arrived) {}
}
