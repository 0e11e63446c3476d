package se.knutpunkt.portal.api;

/**
 * One thing that is wrong with a message.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) from the root of the event
 * @param detail what is wrong and what is right; never repeats the value, which may be personal data
 */
record Fault(String pointer, String detail) {}
