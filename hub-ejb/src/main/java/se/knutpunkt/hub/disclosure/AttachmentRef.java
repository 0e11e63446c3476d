package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * A file of an event.
 *
 * @param position place among the event's files, from 1; its address is the event's id and this
 * @param content what it holds; null while it has not come
 */
public record AttachmentRef(
        int position, String name, @Nullable Content content) {

    /**
     * What a file holds.
     *
     * @param size in bytes
     */
    public record Content(String mediaType, long size) {}
}
