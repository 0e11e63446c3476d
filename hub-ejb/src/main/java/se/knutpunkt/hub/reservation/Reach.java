package se.knutpunkt.hub.reservation;

/** How much a reservation is of. */
public enum Reach {
    /** The event, with its documents. */
    EVENT,
    /** One document of the event. */
    DOCUMENT,
    /** All events of the case, those to come included. */
    CASE
}
