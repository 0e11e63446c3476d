package se.knutpunkt.hub.diary;

import java.util.Objects;

/**
 * A file that belongs to the document, already stored by {@code hub.file}.
 *
 * @param kind what the file is to the document
 * @param fileId its id in {@code hub.file}
 */
public record DiaryFile(Kind kind, long fileId) {

    /** What a file is to its document. */
    public enum Kind {
        /** The receipt PDF: the document as the citizen got it. */
        RECEIPT,
        /** Something the citizen attached. */
        ATTACHMENT
    }

    public DiaryFile {
        Objects.requireNonNull(kind, "kind");
    }
}
