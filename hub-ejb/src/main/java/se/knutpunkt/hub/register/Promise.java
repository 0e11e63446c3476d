package se.knutpunkt.hub.register;

/**
 * What is promised to the citizen.
 *
 * @param answeredBy who answers, as people know them
 * @param days within how many days an answer is promised; 0 when nothing is promised
 */
public record Promise(Name answeredBy, int days) {}
