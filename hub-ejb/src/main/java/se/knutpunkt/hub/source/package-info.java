/**
 * Source systems as staff keep them: their keys, whence and how fast they may send, what they sent, and whether they have
 * fallen silent. What the intake needs of a source is kept in memory for a moment ({@link
 * se.knutpunkt.hub.source.Senders}), and what it tells of one is gathered there and written now and then ({@link
 * se.knutpunkt.hub.source.SourceFigures}): an event costs no query here.
 */
@NullMarked
package se.knutpunkt.hub.source;

import org.jspecify.annotations.NullMarked;
