package se.knutpunkt.hub.diary;

/** How the sender of a document is known; what a list may show instead of a name. */
public enum SenderKind {
    /** Nobody said who they are. */
    ANONYMOUS,
    /** Somebody who gave a name that nobody has checked. */
    STATED,
    /** Somebody logged in with an e-ID. */
    E_ID
}
