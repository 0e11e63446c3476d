package se.knutpunkt.hub.casefile;

/**
 * A case that an event can be bound to.
 *
 * @param key what makes it unique
 * @param id internal
 * @param caseType code of its case type
 */
public record KnownCase(CaseKey key, long id, String caseType) {}
