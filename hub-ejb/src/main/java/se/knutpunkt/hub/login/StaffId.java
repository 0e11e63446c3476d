package se.knutpunkt.hub.login;

/**
 * Internal id of a staff member; says nothing about the person, so it may stand in logs and in clear columns.
 *
 * @param value row id, above zero
 */
public record StaffId(long value) {
    /** @throws IllegalArgumentException when the value is not above zero */
    public StaffId {
        if (value <= 0) {
            throw new IllegalArgumentException("A staff id is above zero, not " + value);
        }
    }
}
