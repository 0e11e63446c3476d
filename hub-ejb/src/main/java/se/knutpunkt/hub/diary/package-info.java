/**
 * The registrar's queue: every submission waits here until the diary has taken it, with the four
 * facts that OSL (2009:400) 5 kap. 2 § asks for, and is exported as a package to the diary system.
 */
@NullMarked
package se.knutpunkt.hub.diary;

import org.jspecify.annotations.NullMarked;
