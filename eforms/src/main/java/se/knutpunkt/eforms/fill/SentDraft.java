package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Relation;

/**
 * A draft as its submission takes it over.
 *
 * @param id its row, bound to at most one submission
 * @param owner null when it was filled in without login
 * @param behalf whom it was filled in for; null for the owner's own
 * @param caseType code of the case type that the answers led to
 * @param answers normalised answers of the visible fields, in the order of the form
 */
public record SentDraft(
        long id,
        FormVersion form,
        @Nullable PartyId owner,
        @Nullable Behalf behalf,
        String caseType,
        Map<String, List<String>> answers) {

    /**
     * Someone for whom another acts.
     *
     * @param relation the ground when it was sent
     */
    public record Behalf(PartyId party, Relation relation) {}

    /** The owner, when logged in. */
    public Optional<PartyId> ownerId() {
        return Optional.ofNullable(owner);
    }

    /** The hash by which rows refer to a draft. */
    public static byte[] hash(DraftRef ref) {
        return DraftTable.hash(ref);
    }
}
