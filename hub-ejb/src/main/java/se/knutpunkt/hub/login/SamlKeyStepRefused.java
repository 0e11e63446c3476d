package se.knutpunkt.hub.login;

/** A step of the keys' roll-over that may not be taken now; nothing was changed. */
public class SamlKeyStepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;
    private final transient SamlKeyState state;

    SamlKeyStepRefused(Why why, SamlKeyState state) {
        super(why + " at " + state);
        this.why = why;
        this.state = state;
    }

    /** The reasons. */
    public enum Why {
        /** Another step is next. */
        OUT_OF_ORDER,
        /** Providers may not have read our metadata yet. */
        TOO_EARLY
    }

    /** Why it was refused. */
    public Why why() {
        return why;
    }

    /** Where the roll-over stands. */
    public SamlKeyState state() {
        return state;
    }
}
