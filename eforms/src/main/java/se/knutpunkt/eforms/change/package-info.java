/**
 * What a new version of a form changes, in words, and whether a draft that was begun on the older one still is what it
 * was.
 */
@NullMarked
package se.knutpunkt.eforms.change;

import org.jspecify.annotations.NullMarked;
