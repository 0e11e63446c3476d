/**
 * Rules of a form: CEL expressions that decide what is visible, what is required and whether answers fit together.
 * Type-checked when a form is imported and bounded by what they may consist of, since CEL has no time limit.
 */
@NullMarked
package se.knutpunkt.eforms.rule;

import org.jspecify.annotations.NullMarked;
