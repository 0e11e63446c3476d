package se.knutpunkt.portal.role;

/**
 * Asks before a line is removed.
 *
 * @param line the line
 * @param last whether nobody could change the mapping after it, so that it cannot be removed
 */
public record RemovalPage(RolesPage.Line line, boolean last) {}
