package se.knutpunkt.eforms.definition;

/**
 * What must be told when personal data are collected (GDPR article 13).
 *
 * @param responsible the authority that is the controller
 * @param purpose what the data are used for
 * @param legalGround the ground in article 6
 * @param retention how long they are kept, and what decides it
 * @param contact how the data protection officer is reached
 */
public record PrivacyNotice(Texts responsible, Texts purpose, Texts legalGround, Texts retention, Texts contact) {}
