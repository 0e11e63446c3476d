package se.knutpunkt.eforms.fill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.tika.Tika;

/**
 * Content whose kind has been found in its first bytes.
 *
 * @param mediaType what it is, whatever its name says
 * @param isEmpty true when there was nothing
 * @param whole all of it, from the first byte
 */
record SniffedContent(String mediaType, boolean isEmpty, InputStream whole) {

    private static final int HEAD = 65_536;
    private static final Tika TIKA = new Tika();

    /** @param name tells kinds apart that begin alike, such as those in ZIP; it never overrules the content */
    static SniffedContent of(InputStream content, String name) throws IOException {
        byte[] head = content.readNBytes(HEAD);
        String mediaType = TIKA.detect(head, name);
        return new SniffedContent(
                mediaType, head.length == 0, new SequenceInputStream(new ByteArrayInputStream(head), content));
    }
}
