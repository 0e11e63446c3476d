package se.knutpunkt.hub.register;

import jakarta.ejb.ApplicationException;

/** The case type is not registered, or closed: nothing of it is accepted. */
@ApplicationException(rollback = true)
public class UnknownCaseType extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** For a code as it was given. */
    public UnknownCaseType(String code) {
        super("The case type is not registered or is closed");
        this.code = code;
    }

    /** The code as it was given; from outside, so escape it where it is shown. */
    public String code() {
        return code;
    }
}
