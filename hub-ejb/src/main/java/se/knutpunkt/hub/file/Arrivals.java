package se.knutpunkt.hub.file;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Files that come in pieces, so that a broken connection costs a piece and not the file. Each chunk commits while it
 * arrives; a file that is never whole is swept away a day after its last piece.
 */
@Local
public interface Arrivals {

    /**
     * Announces a file; nothing of it is there yet.
     *
     * @param file its limit is not asked: the announced size is what is taken, and no more
     * @param size in bytes, above 0
     */
    FileId announce(NewFile file, long size);

    /** How far a file has come; empty when there is none by the id, or it is whole. */
    Optional<Arrival> find(FileId id);

    /**
     * Takes the next piece. What was read before the sender went away is kept up to the last whole chunk.
     *
     * @param offset where the piece begins; must be where the last one ended
     * @param content read to its end or to the end of the file, not closed
     * @return how much of the file is there now, in bytes
     * @throws OtherPlace when the file has come to another place: asked again, it tells which
     * @throws UnknownFile when there is no arriving file by the id
     * @throws IOException when the sender goes away
     */
    long append(FileId id, long offset, InputStream content) throws IOException;

    /**
     * Makes a file that is all there a staged one.
     *
     * @param look reads the content once and tells its media type; empty takes the file away instead
     * @return the staged file, or empty when the look refused it
     * @throws UnknownFile when there is no arriving file by the id, or it is not all there
     */
    Optional<StoredFile> finish(FileId id, Look look) throws IOException;

    /** Takes an arriving file away; one that is not there is no error. */
    void cancel(FileId id);

    /**
     * A file on its way.
     *
     * @param arrived bytes that are there
     * @param announced bytes that it will have
     */
    record Arrival(String name, long arrived, long announced) {}

    /** Looks through a whole file before it is taken. */
    @FunctionalInterface
    interface Look {
        /** The media type; empty to refuse it. */
        Optional<String> at(InputStream content) throws IOException;
    }
}
