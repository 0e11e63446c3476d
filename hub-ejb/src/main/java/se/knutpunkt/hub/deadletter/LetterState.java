package se.knutpunkt.hub.deadletter;

/** Where a letter stands. */
public enum LetterState {
    /** Somebody is to do something about it. */
    WAITING,
    /** It was replayed, and its event is kept. */
    REPLAYED,
    /** Its document is gone. */
    PURGED
}
