package se.knutpunkt.portal.page;

/** The page is for someone logged in: the visitor is sent to log in and comes back to the page. */
class LoginNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoginNeeded() {
        super("login needed", null, false, false);
    }
}
