package se.knutpunkt.hub.party;

import jakarta.ejb.ApplicationException;

/** A text is not an identity number of the wanted kind. Never carries the text, which may be someone's number. */
@ApplicationException(rollback = true)
public class InvalidIdentityNumber extends RuntimeException {

    /** What is wrong, for a message to people. */
    public enum Reason {
        /** Not written in one of the accepted forms. */
        FORM,
        /** The date part is no date, or lies in the future. */
        DATE,
        /** The birth number is 000, which is never assigned. */
        SERIAL,
        /** The check digit does not fit. */
        CHECK_DIGIT
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    InvalidIdentityNumber(Reason reason) {
        super("Not a valid identity number: " + reason);
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }
}
