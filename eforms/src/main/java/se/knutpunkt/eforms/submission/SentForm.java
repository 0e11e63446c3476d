package se.knutpunkt.eforms.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Relation;

/**
 * A sent form with its answers as they are kept, for whoever hands it over.
 *
 * @param caseType code of the case type that the answers led to
 * @param answers normalised answers by field id
 * @param party null without login
 * @param number null without login
 * @param name null exactly when the sender is anonymous
 * @param behalf whom the sender acted for; null for the sender's own
 */
public record SentForm(
        FormVersion form,
        long caseId,
        String caseNumber,
        String casePublicId,
        String caseType,
        Map<String, List<String>> answers,
        Instant received,
        SenderKind kind,
        @Nullable PartyId party,
        @Nullable IdentityNumber number,
        @Nullable String name,
        @Nullable Behalf behalf) {

    /** Whom a sender acted for, and on what ground when it was sent. */
    public record Behalf(PartyId party, IdentityNumber number, String name, Relation relation) {}

    /** The party of the case; null without login. */
    public @Nullable PartyId caseParty() {
        return behalf == null ? party : behalf.party();
    }
}
