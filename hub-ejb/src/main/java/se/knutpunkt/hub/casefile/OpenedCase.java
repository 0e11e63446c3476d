package se.knutpunkt.hub.casefile;

/**
 * A case that was opened.
 *
 * @param id internal
 * @param publicId random, fit for an address
 * @param caseNumber as people write it, for instance {@code NED 2026-00001}
 */
public record OpenedCase(long id, String publicId, String caseNumber) {}
