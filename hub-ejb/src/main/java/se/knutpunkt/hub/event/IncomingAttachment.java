package se.knutpunkt.hub.event;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.file.FileId;

/** A file that comes with an event. */
public sealed interface IncomingAttachment {

    /** The file's name as people read it. */
    String name();

    /** That the party may not have it; null as a rule. */
    @Nullable
    Withheld withheld();

    /**
     * Content that came inside the message.
     *
     * @param mediaType for instance {@code application/pdf}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: the intake compares the event's hash
    record Inline(
            String name,
            String mediaType,
            byte[] content,
            @Nullable Withheld withheld) implements IncomingAttachment {
        /** A file that the party may have. */
        public Inline(String name, String mediaType, byte[] content) {
            this(name, mediaType, content, null);
        }
    }

    /**
     * A file that comes after the event.
     *
     * @param mediaType for instance {@code application/pdf}
     * @param sha256 of its content, in 64 small hexadecimal digits
     */
    record Announced(
            String name,
            String mediaType,
            String sha256,
            @Nullable Withheld withheld) implements IncomingAttachment {
        /** A file that the party may have. */
        public Announced(String name, String mediaType, String sha256) {
            this(name, mediaType, sha256, null);
        }
    }

    /** A file already staged, or adopted by the submission in the same transaction. */
    record Stored(String name, FileId file, @Nullable Withheld withheld) implements IncomingAttachment {
        /** A file that the party may have. */
        public Stored(String name, FileId file) {
            this(name, file, null);
        }
    }
}
