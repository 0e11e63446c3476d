package se.knutpunkt.eforms.fill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FileEndings;
import se.knutpunkt.eforms.field.FileLimits;

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

    /** Why it is not taken: nothing in it, a kind that the field does not take, or a name that says another kind. */
    @Nullable
    FieldError refusal(FileLimits limits, String name) {
        if (isEmpty) {
            return FieldError.of("file.empty", name);
        }
        if (!limits.mediaTypes().contains(mediaType)) {
            return FieldError.of("file.kind", name, limits.kinds());
        }
        String ending = FileEndings.in(name);
        return ending.isEmpty() || FileEndings.suits(name, mediaType)
                ? null
                : FieldError.of(
                        "file.ending",
                        name,
                        FileEndings.of(mediaType).substring(1).toUpperCase(java.util.Locale.ROOT),
                        ending,
                        FileEndings.of(mediaType));
    }

    /** The name with the ending of its kind, if it has none. */
    String named(String name) {
        return FileEndings.in(name).isEmpty() ? name + FileEndings.of(mediaType) : name;
    }
}
