package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * A file of an event.
 *
 * @param position place among the event's files, from 1
 * @param place among those that the reader may have, from 1; its address is the event's id and this, so that no gap tells
 *     of one that is withheld
 * @param content what it holds; null while it has not come
 */
public record AttachmentRef(
        int position, int place, String name, @Nullable Content content) {

    /**
     * What a file holds.
     *
     * @param size in bytes
     */
    public record Content(String mediaType, long size) {}
}
