package se.knutpunkt.eforms.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through a file once, from its first byte to its last. Time grows with its size alone, and memory stays under a
 * few hundred kilobytes whatever it holds: nothing is unpacked but into a bounded account.
 */
public final class ContentLook {

    private static final Set<String> ZIPPED = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text");
    private static final int BLOCK = 64 * 1024;

    private ContentLook() {}

    /**
     * What speaks against taking the file.
     *
     * @param content read to its end unless something is found, not closed
     * @param mediaType what it is by its first bytes
     * @throws IOException when the content cannot be read
     */
    public static Optional<Hazard> at(InputStream content, String mediaType) throws IOException {
        try {
            Traces traces = new Traces(mediaType);
            TracedInput traced = new TracedInput(content, traces);
            if (ZIPPED.contains(mediaType)) {
                new ZipLook(traced, traces).look();
            } else if (mediaType.equals("application/pdf")) {
                try (PdfLook pdf = new PdfLook()) {
                    drain(traced, pdf);
                }
            } else {
                drain(traced, (block, length) -> {});
            }
            traces.end();
            return Optional.empty();
        } catch (HazardFound found) {
            return Optional.of(found.hazard());
        }
    }

    private static void drain(InputStream content, Look look) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            look.at(block, read);
        }
    }

    /** Sees the content go by. */
    interface Look {
        /**
         * Sees the next block.
         *
         * @throws HazardFound when it has seen enough
         */
        void at(byte[] block, int length);
    }
}
