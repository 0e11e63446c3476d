/**
 * The SAML 2.0 service provider by the Swedish eID framework. The only package of the portal that touches OpenSAML, so
 * that another version of it stays a day's work: nothing of OpenSAML stands in what is public here.
 */
@NullMarked
package se.knutpunkt.portal.login.saml;

import org.jspecify.annotations.NullMarked;
