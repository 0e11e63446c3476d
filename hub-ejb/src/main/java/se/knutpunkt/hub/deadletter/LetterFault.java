package se.knutpunkt.hub.deadletter;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer where, as a JSON Pointer from the document's root; may name members that the sender made up
 * @param detail what is wrong; never repeats the value
 */
public record LetterFault(String pointer, String detail) {}
