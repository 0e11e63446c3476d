/**
 * The field types: one class each, behind a registry. All that is particular to a type is in its class; nothing else
 * asks which type a field has.
 */
@NullMarked
package se.knutpunkt.eforms.field;

import org.jspecify.annotations.NullMarked;
