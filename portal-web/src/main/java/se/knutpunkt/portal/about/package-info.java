/**
 * What the service says about itself in every footer: how accessible it is, by the duties of the act on accessibility
 * (2018:1937), and how personal data are handled (GDPR articles 13 and 14).
 */
@NullMarked
package se.knutpunkt.portal.about;

import org.jspecify.annotations.NullMarked;
