package se.knutpunkt.portal.login.saml;

import java.util.function.Predicate;

/**
 * What the operator lets some providers do and others not, each by entity id.
 *
 * @param mayNameStaff whether the roles that the provider tells count
 * @param maySignAssertionAlone whether the provider, against the framework, may sign the assertion instead of the response
 */
record ProviderRights(Predicate<String> mayNameStaff, Predicate<String> maySignAssertionAlone) {}
