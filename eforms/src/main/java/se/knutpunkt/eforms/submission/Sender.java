package se.knutpunkt.eforms.submission;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Relation;

/**
 * Who sent a form.
 *
 * @param kind how the sender is known
 * @param name null exactly when the sender is anonymous
 * @param party null without login
 * @param number null without login
 * @param behalf whom it was sent for; null for the sender's own
 */
record Sender(
        SenderKind kind,
        @Nullable String name,
        @Nullable PartyId party,
        @Nullable IdentityNumber number,
        @Nullable Behalf behalf) {

    /**
     * Whom the sender acted for.
     *
     * @param name as the hub knows it, else the number with its last digits hidden
     */
    record Behalf(PartyId party, IdentityNumber number, String name, Relation relation) {}

    /** The party of the case: whom the sender acted for, else the sender; null without login. */
    @Nullable
    PartyId caseParty() {
        return behalf == null ? party : behalf.party();
    }

    /** The number of {@link #caseParty}. */
    @Nullable
    IdentityNumber partyNumber() {
        return behalf == null ? number : behalf.number();
    }

    /** The name of whom the case is about; null exactly when the sender is anonymous. */
    @Nullable
    String partyName() {
        return behalf == null ? name : behalf.name();
    }

    /** The sender in words for the case file, with whom it acted for; null exactly when it is anonymous. */
    @Nullable
    String inWords() {
        return behalf == null ? name : name + ", " + ground(behalf.relation()) + " för " + behalf.name();
    }

    private static String ground(Relation relation) {
        return switch (relation) {
            case GUARDIAN -> "vårdnadshavare";
            case PROXY -> "ombud";
            case TRUSTEE -> "god man eller förvaltare";
        };
    }
}
