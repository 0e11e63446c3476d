package se.knutpunkt.portal.login.saml;

/**
 * What a provider says of itself in one language.
 *
 * @param name what people call it
 * @param description one sentence about it; empty when it says none
 * @param keywords further words people may look for, spaces between; empty when it says none
 */
public record Words(String name, String description, String keywords) {}
