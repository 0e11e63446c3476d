package se.knutpunkt.eforms.fill;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A draft as stored, opened.
 *
 * @param owner null for an anonymous draft
 * @param sent when it became a submission; null before that
 */
record DraftRow(
        long id,
        DraftRef ref,
        @Nullable PartyId owner,
        long versionId,
        DraftContent content,
        Instant changed,
        Instant expires,
        @Nullable Instant sent) {

    Optional<PartyId> ownerId() {
        return Optional.ofNullable(owner);
    }

    /** An anonymous draft belongs to whoever knows its reference, logged in or not. */
    boolean belongsTo(Filler filler) {
        return owner == null || filler.partyId().filter(owner::equals).isPresent();
    }
}
