package se.knutpunkt.hub.disclosure;

/**
 * A file of an event.
 *
 * @param position place among the event's files, from 1; its address is the event's id and this
 * @param size in bytes
 */
public record AttachmentRef(int position, String name, String mediaType, long size) {}
