package se.knutpunkt.hub.delegation;

import se.knutpunkt.hub.login.StaffId;

/** To whom something is delegated. */
public sealed interface Recipient {

    /**
     * All who work in a unit, whoever they are at the time.
     *
     * @param authority code of the unit's authority
     * @param name as the mapping of roles names it
     */
    record Unit(String authority, String name) implements Recipient {}

    /** One staff member. */
    record Person(StaffId member) implements Recipient {}
}
