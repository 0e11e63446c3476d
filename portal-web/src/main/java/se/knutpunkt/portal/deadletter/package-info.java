/** Staff pages of refused events: why, what was sent, mend and replay, purge; and the work on many in the background. */
@NullMarked
package se.knutpunkt.portal.deadletter;

import org.jspecify.annotations.NullMarked;
