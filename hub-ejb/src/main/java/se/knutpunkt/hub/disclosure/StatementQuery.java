package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * What part of the statement is wanted.
 *
 * @param search words to find in the text, or a case number; null or blank for all
 * @param whom only what concerns this person; null for all the reader may see
 * @param before cursor of the page before, from {@link StatementPage#next}; null for the newest
 * @param size rows wanted, 1–200
 */
public record StatementQuery(
        @Nullable String search,
        @Nullable PartyId whom,
        @Nullable String before,
        int size) {

    /** The newest rows of all. */
    public static StatementQuery newest(int size) {
        return new StatementQuery(null, null, null, size);
    }
}
