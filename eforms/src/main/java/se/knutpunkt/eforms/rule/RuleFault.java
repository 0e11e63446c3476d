package se.knutpunkt.eforms.rule;

import se.knutpunkt.eforms.definition.Texts;

/**
 * A rule that can't be used.
 *
 * @param pointer JSON pointer of the rule in the definition
 * @param message what is wrong, for the editor
 */
public record RuleFault(String pointer, Texts message) {}
