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
 * @param caseTypes codes that the power of attorney or the appointment covers; empty covers all
 * @param age of the represented in whole years on this Swedish day; null when not known
 * @param appointment of a trustee; null on other grounds
 */
public record Represented(
        PartyId party,
        @Nullable String name,
        Relation relation,
        @Nullable String label,
        Set<String> caseTypes,
        @Nullable Integer age,
        @Nullable Appointment appointment) {

    /** Someone for whom the reader is no trustee. */
    public Represented(
            PartyId party,
            @Nullable String name,
            Relation relation,
            @Nullable String label,
            Set<String> caseTypes,
            @Nullable Integer age) {
        this(party, name, relation, label, caseTypes, age, null);
    }

    /** Whether the ground covers a case type. */
    public boolean covers(String caseType) {
        return caseTypes.isEmpty() || caseTypes.contains(caseType);
    }
}
