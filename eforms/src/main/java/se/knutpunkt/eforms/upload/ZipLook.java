package se.knutpunkt.eforms.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Word and ODT, which are ZIP archives. Each entry is unpacked into nothing, on one account for all of them and for the
 * archives inside them; afterwards the directory at the end must tell of the same entries at the same places, or programs
 * would disagree about what the document says.
 */
final class ZipLook {

    /** More parts than documents have; the directory of so many still fits in {@link Traces#TAIL}. */
    private static final int LONGEST_NAME = 1_000;

    private static final int MOST_ENTRIES = 1000;

    private static final int DEEPEST = 2;
    private static final int PEEK = 4;
    private static final int ENTITY_HEAD = 8192;

    private final TracedInput content;
    private final Traces traces;
    private final Unpacked account;
    private final byte[] block = new byte[16 * 1024];
    private int entries;

    ZipLook(TracedInput content, Traces traces) {
        this.content = content;
        this.traces = traces;
        this.account = new Unpacked(traces::size);
    }

    /** @throws HazardFound when something speaks against it */
    void look() throws IOException {
        try {
            Map<Long, String> seen = entries();
            drain();
            compare(seen);
        } catch (ZipException | IllegalArgumentException broken) {
            boolean encrypted = String.valueOf(broken.getMessage()).contains("encrypted");
            throw new HazardFound(encrypted ? Hazard.LOCKED : Hazard.BROKEN);
        } catch (java.io.EOFException cut) {
            throw new HazardFound(Hazard.BROKEN);
        }
    }

    private Map<Long, String> entries() throws IOException {
        PlacedZip zip = new PlacedZip(content, traces);
        Map<Long, String> seen = new HashMap<>();
        Set<String> names = new HashSet<>();
        long place = zip.place();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            check(entry.getName());
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new HazardFound(Hazard.TWO_READINGS);
            }
            seen.put(place, entry.getName());
            unpack(zip, 1);
            place = zip.place();
        }
        return seen;
    }

    private void check(String name) {
        if (++entries > MOST_ENTRIES) {
            throw new HazardFound(Hazard.BOMB);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME
                || lower.startsWith("/")
                || lower.contains("..")
                || lower.contains("\\")
                || lower.contains(":")) {
            throw new HazardFound(Hazard.BROKEN);
        }
        if (lower.endsWith("vbaproject.bin") || lower.startsWith("basic/") || lower.startsWith("scripts/")) {
            throw new HazardFound(Hazard.MACRO);
        }
    }

    /** Reads an entry to its end; one that is an archive itself entry by entry. */
    private void unpack(InputStream entry, int depth) throws IOException {
        BufferedInputStream unpacked = new BufferedInputStream(new KeptOpen(entry), ENTITY_HEAD);
        unpacked.mark(ENTITY_HEAD);
        byte[] head = unpacked.readNBytes(ENTITY_HEAD - 1);
        String words = new String(head, StandardCharsets.ISO_8859_1);
        if (words.contains("<!ENTITY")) {
            throw new HazardFound(Hazard.BOMB);
        }
        unpacked.reset();
        if (words.startsWith("PK\u0003\u0004") && head.length > PEEK) {
            unpackArchive(unpacked, depth);
        }
        for (int read = unpacked.read(block); read >= 0; read = unpacked.read(block)) {
            account.add(read);
        }
    }

    private void unpackArchive(InputStream archive, int depth) throws IOException {
        if (depth >= DEEPEST) {
            throw new HazardFound(Hazard.BOMB);
        }
        ZipInputStream inner = new ZipInputStream(archive);
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            check(entry.getName());
            unpack(inner, depth + 1);
        }
    }

    private void drain() throws IOException {
        while (content.read(block) >= 0) {
            // the traces see it
        }
    }

    private void compare(Map<Long, String> seen) {
        byte[] last = traces.tail();
        Map<Long, String> told = ZipEnd.find(last)
                .flatMap(end -> end.places(last, traces.size()))
                .orElseThrow(() -> new HazardFound(Hazard.TWO_READINGS));
        if (!told.equals(seen)) {
            throw new HazardFound(Hazard.TWO_READINGS);
        }
    }

    /** A stream that knows where in the file the next entry begins. */
    private static final class PlacedZip extends ZipInputStream {
        private final Traces traces;

        PlacedZip(TracedInput content, Traces traces) {
            super(content);
            this.traces = traces;
        }

        /** What was read less what was read too far and pushed back. */
        long place() throws IOException {
            return traces.size() - in.available();
        }
    }

    /** An entry is left by going on to the next, not by closing. */
    private static final class KeptOpen extends java.io.FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
