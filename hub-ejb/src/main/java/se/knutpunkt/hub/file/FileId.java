package se.knutpunkt.hub.file;

import java.util.UUID;

/** The random id of a stored file; fit for an address, but no right to the file. */
public record FileId(String value) {

    /** Refuses what is no UUID, so that anything from outside ends here. */
    public FileId {
        if (value.length() != 36 || !UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("Not a file id");
        }
    }

    static FileId random() {
        return new FileId(UUID.randomUUID().toString());
    }
}
