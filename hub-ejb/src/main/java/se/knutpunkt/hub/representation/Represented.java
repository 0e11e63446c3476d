package se.knutpunkt.hub.representation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A person whom someone may act for at this moment.
 *
 * @param party the represented
 * @param name of the represented; null when not known
 * @param relation the ground
 * @param label how the represented is related to the reader, for instance "din far", in Swedish as it was registered;
 *     null for a guardian's child and where nothing was registered
 * @param caseTypes codes the power of attorney covers; empty covers all
 * @param age of the represented in whole years on this Swedish day; null when not known
 */
public record Represented(
        PartyId party,
        @Nullable String name,
        Relation relation,
        @Nullable String label,
        Set<String> caseTypes,
        @Nullable Integer age) {

    /** Whether the ground covers a case type. */
    public boolean covers(String caseType) {
        return caseTypes.isEmpty() || caseTypes.contains(caseType);
    }
}
