package se.knutpunkt.portal.login.saml;

import se.knutpunkt.hub.login.AssuranceLevel;

/**
 * What a person logs in for.
 *
 * @param returnPath local path to go to after login
 * @param need level of assurance that it needs
 * @param message what to tell the person at the provider
 */
public record Errand(String returnPath, AssuranceLevel need, UserMessage message) {}
