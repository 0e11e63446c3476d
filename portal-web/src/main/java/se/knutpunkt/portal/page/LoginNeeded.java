package se.knutpunkt.portal.page;

/** The page is for someone logged in: the visitor is sent to log in and comes back to the page. */
class LoginNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean allKept;

    LoginNeeded() {
        this(false);
    }

    private LoginNeeded(boolean allKept) {
        super("login needed", null, false, false);
        this.allKept = allKept;
    }

    /** After what was posted has been kept for the one who is to log in. */
    static LoginNeeded withAllKept() {
        return new LoginNeeded(true);
    }

    boolean isAllKept() {
        return allKept;
    }
}
