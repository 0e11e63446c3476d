/** The launcher: reads its options, starts the database and the portal in order, stops them in reverse. */
@NullMarked
package se.knutpunkt.server;

import org.jspecify.annotations.NullMarked;
