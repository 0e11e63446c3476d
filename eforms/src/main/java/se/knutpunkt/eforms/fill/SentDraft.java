package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.hub.party.PartyId;

/**
 * A draft as its submission takes it over.
 *
 * @param id its row, bound to at most one submission
 * @param owner null when it was filled in without login
 * @param answers normalised answers of the visible fields, in the order of the form
 */
public record SentDraft(long id, FormVersion form, @Nullable PartyId owner, Map<String, List<String>> answers) {

    /** The owner, when logged in. */
    public Optional<PartyId> ownerId() {
        return Optional.ofNullable(owner);
    }

    /** The hash by which rows refer to a draft. */
    public static byte[] hash(DraftRef ref) {
        return DraftTable.hash(ref);
    }
}
