package se.knutpunkt.portal.login;

/** The login ends here. The message is for the log: ids and causes, never personal data. */
public class LoginRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final LoginError error;

    /** Refused for a reason that says all. */
    public LoginRefused(LoginError error) {
        this(error, "");
    }

    /** @param detail technical cause for the log, without personal data */
    public LoginRefused(LoginError error, String detail) {
        // an expected end that anyone can provoke: no stack trace to pay for
        super(detail.isEmpty() ? error.name() : error + ": " + detail, null, false, false);
        this.error = error;
    }

    /** Why. */
    public LoginError error() {
        return error;
    }
}
