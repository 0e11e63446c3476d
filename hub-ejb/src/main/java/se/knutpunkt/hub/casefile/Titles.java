package se.knutpunkt.hub.casefile;

/**
 * The two titles of a case (OSL 5:2).
 *
 * @param internal what it is about, may carry personal data; stored sealed
 * @param open the public title, stored in clear: never a name, never an answer
 */
public record Titles(String internal, String open) {}
