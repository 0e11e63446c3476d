package se.knutpunkt.hub.disclosure;

/**
 * A row of somebody's events, for staff.
 *
 * @param row what is shown of it; never unread
 * @param internal the source keeps it from citizens; false where only its existence is shown
 * @param marking the provision by which it is marked as secret, a warning; empty for none, and where not all is shown
 * @param otherProtected the other person in it has protected personal data; true for the few alone
 */
public record StaffRow(StatementRow row, boolean internal, String marking, boolean otherProtected) {}
