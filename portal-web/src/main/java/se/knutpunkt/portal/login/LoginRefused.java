package se.knutpunkt.portal.login;

/** The login ends here. The message is for the log: ids and causes, never personal data. */
public class LoginRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final LoginError error;
    private final String returnPath;

    /** Refused for a reason that says all. */
    public LoginRefused(LoginError error) {
        this(error, "");
    }

    /** @param detail technical cause for the log, without personal data */
    public LoginRefused(LoginError error, String detail) {
        this(error, detail.isEmpty() ? error.name() : error + ": " + detail, "");
    }

    private LoginRefused(LoginError error, String message, String returnPath) {
        // an expected end that anyone can provoke: no stack trace to pay for
        super(message, null, false, false);
        this.error = error;
        this.returnPath = returnPath;
    }

    /** The same, with where the person was going: logging in again leads there. */
    public LoginRefused onTheWayTo(String path) {
        return new LoginRefused(error, getMessage(), path);
    }

    /** Where the person was going; empty when that is not known. */
    String returnPath() {
        return returnPath;
    }

    /** Why. */
    public LoginError error() {
        return error;
    }
}
