package se.knutpunkt.hub.vault;

/** A sealed value does not open with these keys for this context: wrong key folder, moved or changed value. */
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says where the value was kept, never what it holds. */
    public SealBroken(String context, Throwable cause) {
        super("A sealed value of " + context + " cannot be opened with the keys in use", cause);
    }
}
