package se.knutpunkt.portal.login.saml;

/** A provider's metadata cannot be read; what was known before stays in use. */
class UnreadableMetadata extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableMetadata(String why) {
        super(why);
    }
}
