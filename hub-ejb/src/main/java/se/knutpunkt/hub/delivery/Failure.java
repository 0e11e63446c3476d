package se.knutpunkt.hub.delivery;

import java.util.Set;

/**
 * Why a message was not taken; nothing of it comes from the receiver but a number.
 *
 * @param status of the receiver's answer; 0 when there was none
 */
public record Failure(Kind kind, int status) {

    /** What happened. */
    public enum Kind {
        /** The receiver answered that it does not take it. */
        ANSWERED,
        /** Its name is not known, or nobody listens there. */
        UNREACHABLE,
        /** It did not answer in time. */
        TOO_SLOW,
        /** Its certificate is not one we trust. */
        NOT_TRUSTED,
        /** Its address leads to a network where nothing is sent. */
        FORBIDDEN_ADDRESS,
        /** There is no such endpoint any longer. */
        NO_ENDPOINT,
        /** The receiver is out of use, so nothing was sent. */
        CLOSED,
        /** Something is wrong here, not with the receiver. */
        FAULT
    }

    private static final int GONE = 410;
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 404, GONE);

    /**
     * Whether the receiver answers that it does not know us, does not let us in, or has nothing at the address. People must
     * mend that, and what is sent until then may reach somebody whom it does not concern.
     */
    public boolean isTurnedAway() {
        return kind == Kind.ANSWERED && TURNED_AWAY.contains(status);
    }

    /** Whether the receiver says that it will never be there again. */
    boolean isGone() {
        return kind == Kind.ANSWERED && status == GONE;
    }

    static Failure of(Kind kind) {
        return new Failure(kind, 0);
    }

    /** As it is kept in a column of 40 characters. */
    public String text() {
        return kind + ":" + status;
    }

    /** Reads {@link #text}. */
    public static Failure parse(String text) {
        String[] parts = text.split(":", 2);
        return new Failure(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }
}
