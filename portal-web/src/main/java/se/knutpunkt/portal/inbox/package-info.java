/**
 * The folder for systems that can do no better than a file a night: each source lays its files in a folder of its own, gets
 * a verdict for each row beside it, and finds the file moved when it is done.
 */
@NullMarked
package se.knutpunkt.portal.inbox;

import org.jspecify.annotations.NullMarked;
