package se.knutpunkt.portal.resident;

import se.knutpunkt.hub.disclosure.LookGround;

/**
 * The address of a look-up by a ground: random, and of no meaning to any other login. Nobody's number stands in it.
 *
 * @param token of the look-up
 * @param ground key of the ground
 */
record Address(String token, String ground) {
    static final String PATH = "/invanare";
    static final String RESERVATIONS = PATH + "/forbehall";
    static final String EVENT = "handelse";
    static final String CASE = "arende";
    static final String FILE = "bilaga";

    String list() {
        return PATH + "/" + token + "/" + ground;
    }

    String list(String before) {
        return list() + "?fore=" + before;
    }

    String by(LookGround other) {
        return new Address(token, other.key()).list();
    }

    String event(String eventId) {
        return list() + "/" + EVENT + "/" + eventId;
    }

    String file(String eventId, int position) {
        return event(eventId) + "/" + FILE + "/" + position;
    }

    /** The reservations on an event. */
    String reservations(String eventId) {
        return RESERVATIONS + "/" + token + "/" + ground + "/" + eventId;
    }

    String ofCase(String caseId) {
        return list() + "/" + CASE + "/" + caseId;
    }
}
