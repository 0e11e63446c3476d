package se.knutpunkt.portal.about;

/** The accessibility statement lacks something the law asks for; the portal does not start with it. */
class StatementIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementIncomplete(String what) {
        super("The accessibility statement is incomplete: " + what);
    }

    StatementIncomplete(Throwable cause) {
        super("The accessibility statement cannot be read: " + cause.getMessage(), cause);
    }
}
