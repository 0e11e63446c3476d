package se.knutpunkt.hub.party;

/**
 * Internal id of a person or an organisation; says nothing about them, so it may stand in logs and in clear columns.
 *
 * @param value row id, above zero
 */
public record PartyId(long value) {
    /** @throws IllegalArgumentException when the value is not above zero */
    public PartyId {
        if (value <= 0) {
            throw new IllegalArgumentException("A party id is above zero, not " + value);
        }
    }
}
