/** Plain SQL on the hot paths, with little ceremony: bind, read, and one exception that says what the database said. */
@NullMarked
package se.knutpunkt.hub.database;

import org.jspecify.annotations.NullMarked;
