package se.knutpunkt.portal.login.saml;

/**
 * What the provider is to show the person while they log in, as plain text (framework, User Message Extension). It leaves
 * through the browser's address and the provider's logs: never personal data.
 *
 * @param sv in Swedish
 * @param en in English
 */
public record UserMessage(String sv, String en) {
    static final String NAMESPACE = "http://id.swedenconnect.se/authn/1.0/user-message/ns";

    /** The entity category by which a provider says that it shows such messages. */
    static final String CATEGORY = "http://id.swedenconnect.se/general-ec/1.0/supports-user-message";
}
