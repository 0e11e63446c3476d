/**
 * The editor's side of a form: reading a definition file and saying what is wrong with it and where, keeping its
 * versions, publishing and closing.
 */
@NullMarked
package se.knutpunkt.eforms.design;

import org.jspecify.annotations.NullMarked;
