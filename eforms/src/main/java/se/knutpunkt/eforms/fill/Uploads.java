package se.knutpunkt.eforms.fill;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Files that a script sends in pieces: announced, sent piece by piece, asked for after a broken connection. Every method
 * throws {@link DraftNotFound} when the filler has no such draft and {@link AlreadySent} when it is sent.
 */
@Local
public interface Uploads {

    /**
     * Announces a file. The same file announced again goes on where it broke off.
     *
     * @throws PageNotFound when the form has no such visible field of files
     */
    Step begin(DraftRef ref, Filler filler, Announced file, Locale locale);

    /**
     * How much of a file has come, in bytes.
     *
     * @throws PageNotFound when no such file is on its way
     */
    long arrived(DraftRef ref, Filler filler, String id);

    /**
     * Takes the next piece; with the last one the file is looked through and becomes the draft's.
     *
     * @param piece read to its end, not closed
     * @throws PageNotFound when no such file is on its way
     * @throws se.knutpunkt.hub.file.OtherPlace when the file has come to another place
     * @throws IOException when the sender goes away; what has come is kept
     */
    Step append(DraftRef ref, Filler filler, Piece piece, Locale locale) throws IOException;

    /** Takes an arriving file away; one that is not there is no error. */
    void cancel(DraftRef ref, Filler filler, String id);

    /**
     * A file to come.
     *
     * @param size in bytes
     * @param modified when it was last changed, as its sender says: with name and size it tells the same file again
     * @param first true for the first of those chosen together: what was refused before is done with
     */
    record Announced(String fieldId, String name, long size, String modified, boolean first) {}

    /**
     * A part of a file.
     *
     * @param id of the file
     * @param offset where it begins
     */
    record Piece(String id, long offset, InputStream content) {}

    /** What came of an announcement or a piece. */
    sealed interface Step {
        /** The file is on its way; so much of it is there. */
        record Going(String id, long offset) implements Step {}

        /** The file is the draft's. */
        record Kept() implements Step {}

        /** It is not taken, and nothing of it is kept; the words stand beside its field too. */
        record Refused(String why) implements Step {}
    }
}
