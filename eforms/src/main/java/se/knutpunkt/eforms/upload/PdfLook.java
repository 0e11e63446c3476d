package se.knutpunkt.eforms.upload;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what a PDF may do when it is opened. All names in the bytes are read, whatever the cross-reference table says
 * of them: readers mend broken tables in ways of their own, so an object that nothing refers to is no safer. What object
 * streams hold is unpacked and read in the same way.
 */
final class PdfLook implements ContentLook.Look, AutoCloseable {

    private static final Map<String, Hazard> NAMES = Map.ofEntries(
            Map.entry("JavaScript", Hazard.SCRIPT),
            Map.entry("Launch", Hazard.SCRIPT),
            Map.entry("Rendition", Hazard.SCRIPT),
            Map.entry("RichMedia", Hazard.SCRIPT),
            Map.entry("ImportData", Hazard.SCRIPT),
            Map.entry("SubmitForm", Hazard.SCRIPT),
            Map.entry("EmbeddedFile", Hazard.ATTACHMENTS),
            Map.entry("EmbeddedFiles", Hazard.ATTACHMENTS),
            Map.entry("FileAttachment", Hazard.ATTACHMENTS),
            Map.entry("GoToE", Hazard.ATTACHMENTS),
            Map.entry("Encrypt", Hazard.LOCKED));

    /** Not undone here; nothing that writes object streams writes them so. */
    private static final Set<String> ODD_FILTERS = Set.of(
            "ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "AHx", "A85", "LZW", "RL");

    private static final int MOST_AT_ONCE = 8;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private final PdfNames names = new PdfNames(this::name);
    private final List<ObjectStream> open = new ArrayList<>();
    private long read;
    private final Unpacked account = new Unpacked(() -> read);

    private int keyword;
    private boolean afterStream;
    private boolean hasFirst;
    private boolean hasObjectStreams;
    private boolean hasOddFilter;

    @Override
    public void at(byte[] block, int length) {
        read += length;
        int begun = 0;
        for (int i = 0; i < length; i++) {
            byte b = block[i];
            names.at(b);
            if (afterStream && b != '\r' && b != '\n') {
                afterStream = false;
                feed(block, begun, i - begun);
                begun = i;
                begin();
            }
            keyword = b == STREAM[keyword] ? keyword + 1 : b == STREAM[0] ? 1 : 0;
            if (keyword == STREAM.length) {
                keyword = 0;
                afterStream = true;
            }
        }
        feed(block, begun, length - begun);
    }

    @Override
    public void close() {
        open.forEach(ObjectStream::end);
    }

    private void name(String name) {
        hazardous(name);
        hasFirst |= name.equals("First");
        hasObjectStreams |= name.equals("ObjStm");
        hasOddFilter |= ODD_FILTERS.contains(name);
        if (hasObjectStreams && hasOddFilter) {
            throw new HazardFound(Hazard.BROKEN);
        }
    }

    private static void hazardous(String name) {
        Hazard hazard = NAMES.get(name);
        if (hazard != null) {
            throw new HazardFound(hazard);
        }
    }

    /**
     * A stream may begin here. An object stream's dictionary has the name "First"; where it stands is not asked, since a
     * dictionary can be written so that only a whole reader knows where it ends.
     */
    private void begin() {
        if (!hasFirst) {
            return;
        }
        if (open.size() == MOST_AT_ONCE) {
            throw new HazardFound(Hazard.BROKEN);
        }
        open.add(new ObjectStream());
    }

    private void feed(byte[] block, int offset, int length) {
        for (Iterator<ObjectStream> each = open.iterator(); each.hasNext(); ) {
            ObjectStream stream = each.next();
            if (!stream.take(block, offset, length)) {
                stream.end();
                each.remove();
            }
        }
    }

    /** A packed stream that may hold objects: those begin with pairs of numbers, which ends the look at all others. */
    private final class ObjectStream {

        /** White space before the numbers; a black picture has more. */
        private static final int MOST_BLANKS = 1_000_000;

        private final Inflater inflater = new Inflater();
        private final byte[] plain = new byte[8192];
        private final PdfNames inside = new PdfNames(PdfLook::hazardous);
        private final StringBuilder start = new StringBuilder();
        private int blanks;
        private boolean holdsObjects;

        /** False when nothing more of it is to be seen. */
        boolean take(byte[] block, int offset, int length) {
            inflater.setInput(block, offset, length);
            try {
                while (!inflater.finished() && !inflater.needsInput()) {
                    int count = inflater.inflate(plain);
                    if (inflater.needsDictionary() || !seen(count)) {
                        return false;
                    }
                }
                return !inflater.finished();
            } catch (DataFormatException notPacked) {
                return false;
            }
        }

        private boolean seen(int count) {
            for (int i = 0; i < count; i++) {
                if (!holdsObjects && !begins(plain[i])) {
                    return false;
                }
                inside.at(plain[i]);
            }
            if (holdsObjects) {
                account.add(count);
            }
            return true;
        }

        /** Two numbers, or a comment before them. */
        private boolean begins(byte b) {
            boolean blank = b >= 0 && b <= ' ';
            if (start.isEmpty() && blank) {
                return ++blanks <= MOST_BLANKS;
            }
            if (b == '%') {
                holdsObjects = true;
                return true;
            }
            boolean digit = b >= '0' && b <= '9';
            if (digit || blank) {
                start.append(digit ? '0' : ' ');
                holdsObjects = start.length() > 12 || start.toString().contains("0 0");
                return true;
            }
            return false;
        }

        void end() {
            inside.end();
            inflater.end();
        }
    }
}
