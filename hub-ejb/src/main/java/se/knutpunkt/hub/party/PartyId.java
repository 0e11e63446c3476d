package se.knutpunkt.hub.party;

/** The internal id by which rows refer to a person or organisation; says nothing about who it is. */
public record PartyId(long value) {}
