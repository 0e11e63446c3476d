package se.knutpunkt.eforms.fill;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A draft as stored, opened.
 *
 * @param owner null for an anonymous draft
 * @param represented whom it is filled in for; null for the owner's own
 * @param sent when it became a submission; null before that
 */
record DraftRow(
        long id,
        DraftRef ref,
        @Nullable PartyId owner,
        @Nullable PartyId represented,
        long versionId,
        DraftContent content,
        Instant changed,
        Instant expires,
        @Nullable Instant sent) {

    Optional<PartyId> ownerId() {
        return Optional.ofNullable(owner);
    }

    /**
     * An anonymous draft belongs to whoever knows its reference, logged in or not; a person's own to that person in the
     * role it was begun in: what is filled in for a child is found while acting for that child alone.
     */
    boolean belongsTo(Filler filler) {
        return owner == null || (isOwnedBy(filler) && filler.representedId().equals(Optional.ofNullable(represented)));
    }

    /** Whether it is the person's, in whatever role. */
    boolean isOwnedBy(Filler filler) {
        return owner != null && filler.partyId().filter(owner::equals).isPresent();
    }
}
