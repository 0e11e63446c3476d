/**
 * Filling in a form: drafts that keep every step, whatever was typed and what was wrong with it, so that any node can
 * show any page again and nothing lives in a session.
 */
@NullMarked
package se.knutpunkt.eforms.fill;

import org.jspecify.annotations.NullMarked;
