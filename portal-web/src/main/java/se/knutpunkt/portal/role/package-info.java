/** The page on which a municipality decides which attributes of its own identity provider give which staff role. */
@NullMarked
package se.knutpunkt.portal.role;

import org.jspecify.annotations.NullMarked;
