package se.knutpunkt.hub.file;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The store of files. Content passes in chunks and is never whole in memory. */
@Local
public interface Files {

    /**
     * Takes a file in. Its chunks commit while it arrives, whatever transaction the caller has; until someone adopts
     * it, it is staged and swept away after a day.
     *
     * @param content read to its end, not closed
     * @throws FileTooLarge as soon as the limit is passed; nothing is kept then
     * @throws IOException when the content cannot be read; nothing is kept then
     */
    StoredFile stage(InputStream content, NewFile file) throws IOException;

    /**
     * Makes a staged file the owner's, in the caller's transaction.
     *
     * @throws UnknownFile when there is no staged file by the id: never was, swept, or adopted by someone else
     */
    StoredFile adopt(FileId id, FileOwner owner);

    /** What is known of a file, staged or adopted. */
    Optional<StoredFile> find(FileId id);

    /**
     * Writes the content chunk by chunk; each chunk is checked before it is written.
     *
     * @param out not closed
     * @throws UnknownFile when there is no whole file by the id
     * @throws IOException when {@code out} fails
     */
    void write(FileId id, OutputStream out) throws IOException;

    /**
     * The content as a stream that reads one chunk at a time, each checked before it is handed out; needs no closing.
     *
     * @throws UnknownFile when there is no whole file by the id
     */
    InputStream content(FileId id);

    /** Takes a staged file away, in the caller's transaction; an adopted file stays. */
    void discard(FileId id);

    /** Keeps a staged file for another day, for a draft that is still alive. */
    void keepStaged(FileId id);
}
