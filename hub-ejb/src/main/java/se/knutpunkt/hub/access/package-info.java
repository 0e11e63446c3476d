/** The log of who looked at what, for whom and why. */
@NullMarked
package se.knutpunkt.hub.access;

import org.jspecify.annotations.NullMarked;
