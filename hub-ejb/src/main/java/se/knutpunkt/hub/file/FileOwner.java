package se.knutpunkt.hub.file;

/**
 * What a file belongs to.
 *
 * @param kind the table of the owner, for instance {@code submission}
 * @param id the owner's row
 */
public record FileOwner(String kind, long id) {}
