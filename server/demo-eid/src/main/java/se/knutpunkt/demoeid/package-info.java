/**
 * A SAML identity provider for demonstrations: anyone may be any of its invented persons, so it answers nothing outside
 * demo mode. It shares no code with the portal, which knows it only by its metadata.
 */
@NullMarked
package se.knutpunkt.demoeid;

import org.jspecify.annotations.NullMarked;
