/** The registrar's desk: what waits for the diary, one document with all that registering it needs, and the decisions. */
@NullMarked
package se.knutpunkt.portal.registrar;

import org.jspecify.annotations.NullMarked;
