package se.knutpunkt.portal.login.saml;

/**
 * A response that passed every check and is used up.
 *
 * @param proof who the person is
 * @param returnPath local path to go to
 * @param provider entity id of the provider
 */
public record Accepted(Proof proof, String returnPath, String provider) {}
