package se.knutpunkt.hub.delivery;

/**
 * What is sent.
 *
 * @param id the same each time the same is sent, so that the receiver knows it again; ASCII without dots or blanks
 * @param contentType media type of the body
 * @param body the bytes as they are signed and sent
 */
@SuppressWarnings("ArrayRecordComponent") // made, sent and dropped
public record Message(String id, String contentType, byte[] body) {}
