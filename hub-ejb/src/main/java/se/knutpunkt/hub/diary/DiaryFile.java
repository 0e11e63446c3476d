package se.knutpunkt.hub.diary;

import java.util.Objects;
import se.knutpunkt.hub.file.FileId;

/**
 * A file that belongs to the document, already stored by {@code hub.file}.
 *
 * @param kind what the file is to the document
 * @param file its id, adopted in the same transaction
 */
public record DiaryFile(Kind kind, FileId file) {

    /** What a file is to its document. */
    public enum Kind {
        /** The receipt PDF: the document as the citizen got it. */
        RECEIPT,
        /** Something the citizen attached. */
        ATTACHMENT
    }

    public DiaryFile {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
    }
}
