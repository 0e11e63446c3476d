package se.knutpunkt.hub.casefile;

/** Which way the document that opened a case went (OSL 5:2). */
public enum Direction {
    /** Received from outside. */
    INCOMING,
    /** Sent out by the authority. */
    OUTGOING,
    /** Drawn up within the authority. */
    INTERNAL
}
