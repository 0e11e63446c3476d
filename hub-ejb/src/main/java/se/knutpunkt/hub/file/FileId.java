package se.knutpunkt.hub.file;

import java.util.Optional;
import java.util.UUID;

/** The random id of a stored file; fit for an address, but no right to the file. */
public record FileId(String value) {

    /** Refuses what is no UUID, so that anything from outside ends here. */
    public FileId {
        if (value.length() != 36 || !UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("Not a file id");
        }
    }

    /** The id that a text from outside holds, if it is one. */
    public static Optional<FileId> of(String text) {
        try {
            return Optional.of(new FileId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static FileId random() {
        return new FileId(UUID.randomUUID().toString());
    }
}
