package se.knutpunkt.hub.party;

/**
 * Told within the transaction that joins two parties, so that every module moves its own rows: a reference that is left to
 * the former party makes the whole joining fail.
 *
 * @param former the party that goes
 * @param party the party that stays
 */
public record PartiesJoined(PartyId former, PartyId party) {}
