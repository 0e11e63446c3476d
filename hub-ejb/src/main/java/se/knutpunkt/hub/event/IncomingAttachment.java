package se.knutpunkt.hub.event;

import se.knutpunkt.hub.file.FileId;

/** A file that comes with an event. */
public sealed interface IncomingAttachment {

    /** The file's name as people read it. */
    String name();

    /**
     * Content that came inside the message.
     *
     * @param mediaType for instance {@code application/pdf}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: the intake compares the event's hash
    record Inline(String name, String mediaType, byte[] content) implements IncomingAttachment {}

    /**
     * A file that comes after the event.
     *
     * @param mediaType for instance {@code application/pdf}
     * @param sha256 of its content, in 64 small hexadecimal digits
     */
    record Announced(String name, String mediaType, String sha256) implements IncomingAttachment {}

    /** A file already staged, or adopted by the submission in the same transaction. */
    record Stored(String name, FileId file) implements IncomingAttachment {}
}
