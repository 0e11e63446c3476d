package se.knutpunkt.eforms.field;

import se.knutpunkt.eforms.definition.Texts;

/**
 * Something in a field's definition that does not hold together.
 *
 * @param pointer JSON pointer from the field, for instance {@code /limits/max}
 * @param message what is wrong, for the editor
 */
public record DefinitionFault(String pointer, Texts message) {}
