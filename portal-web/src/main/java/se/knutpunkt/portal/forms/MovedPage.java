package se.knutpunkt.portal.forms;

/**
 * Says that a begun form is on the newest version.
 *
 * @param resume the draft's local address
 */
public record MovedPage(String formTitle, String resume) {}
