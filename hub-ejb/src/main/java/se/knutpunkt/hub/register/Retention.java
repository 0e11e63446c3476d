package se.knutpunkt.hub.register;

/**
 * How long a case is kept.
 *
 * @param rule the code of the rule, for instance {@code BEVARAS} or {@code GALLRAS-5}
 * @param ground the decision or law it rests on
 */
public record Retention(String rule, String ground) {}
