package se.knutpunkt.portal.login.saml;

import se.knutpunkt.hub.login.AssuranceLevel;

/**
 * A response that passed every check and is used up.
 *
 * @param proof who the person is
 * @param level how surely the provider knows it
 * @param returnPath local path to go to
 * @param provider entity id of the provider
 */
public record Accepted(Proof proof, AssuranceLevel level, String returnPath, String provider) {}
