package se.knutpunkt.portal.handover;

/** Asks before a rule is taken away. */
public record RemoveRulePage(String address, String name, String source) {}
