/**
 * Dead letters: events that were refused, kept so that staff can see why, mend and replay them, or purge them. Knows no
 * door: the document is a text here, and what becomes of it is told by whoever replays it.
 */
@NullMarked
package se.knutpunkt.hub.deadletter;

import org.jspecify.annotations.NullMarked;
