package se.knutpunkt.portal.handover;

/**
 * Asks before a hand-over is taken back.
 *
 * @param reason as typed; empty at first
 * @param fault what is wrong with the reason; empty when nothing is
 */
public record TakeBackPage(String address, String caseNumber, String source, String reason, String fault) {}
