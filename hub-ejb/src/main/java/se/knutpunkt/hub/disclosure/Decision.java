package se.knutpunkt.hub.disclosure;

/**
 * How much is shown, and why.
 *
 * @param rule id of the rule that decided, for the access log
 */
public record Decision(Degree degree, String rule) {}
