package se.knutpunkt.portal.handover;

/**
 * Asks before a hand-over is taken back.
 *
 * @param fault what is wrong with the reason; empty when nothing is
 */
public record TakeBackPage(String address, String caseNumber, String source, String fault) {}
