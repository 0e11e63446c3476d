package se.knutpunkt.eforms.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Traces of a second reading: a picture that is a web page, a PDF that is an archive. Looked for where readers look for
 * them: signatures of archives anywhere, the directory of a ZIP at the end, the head of a PDF in the first kilobyte.
 */
final class Traces {

    static final int TAIL = 128 * 1024;
    private static final int HEAD = 1024;
    private static final int OVERLAP = 32;
    private static final int SCRIPT_HEAD = 16;
    private static final int TAR_MARK = 257;
    private static final String PDF = "%PDF-";

    /** Long enough that no picture holds one by chance. */
    private static final List<byte[]> PAGE_MARKS =
            marks("<script", "<html", "<iframe", "<!doctype", "<object", "<embed ", "<?php", "<svg ", "<svg>", "<body");

    private static final List<byte[]> ARCHIVE_MARKS =
            List.of(bytes("Rar!\u001A\u0007"), bytes("7z\u00BC\u00AF'\u001C"), bytes("__HALT_COMPILER("));
    private static final String SCRIPT_SIGNS = "=/;([.,+-*?&|<>!^%:\t\n\r ";

    private final boolean isPdf;
    private final boolean isImage;
    private final boolean isText;
    private final boolean isZip;
    private final byte[] tail = new byte[TAIL];
    private final byte[] head = new byte[HEAD];
    private final byte[] seam = new byte[2 * OVERLAP];
    private int seamLength;
    private long size;

    Traces(String mediaType) {
        isPdf = mediaType.equals("application/pdf");
        isImage = mediaType.startsWith("image/");
        isText = mediaType.startsWith("text/");
        isZip = !isPdf && !isImage && !isText;
    }

    /** Bytes seen. */
    long size() {
        return size;
    }

    void at(byte[] block, int offset, int length) {
        if (size < HEAD) {
            System.arraycopy(block, offset, head, (int) size, (int) Math.min(length, HEAD - size));
        }
        if (!isZip) {
            acrossTheSeam(block, offset, length);
            search(block, offset, offset + length);
        }
        keepTail(block, offset, length);
        size += length;
    }

    /** The last bytes, at most {@link #TAIL}. */
    byte[] tail() {
        int length = (int) Math.min(size, TAIL);
        byte[] last = new byte[length];
        int end = (int) (size % TAIL);
        if (size <= TAIL) {
            System.arraycopy(tail, 0, last, 0, length);
        } else {
            System.arraycopy(tail, end, last, 0, TAIL - end);
            System.arraycopy(tail, 0, last, TAIL - end, end);
        }
        return last;
    }

    /** What only the whole tells. */
    void end() {
        String start = new String(head, 0, (int) Math.min(size, HEAD), StandardCharsets.ISO_8859_1);
        refuse(isPdf ? !start.startsWith(PDF) : start.contains(PDF));
        refuse(start.startsWith("ustar", TAR_MARK));
        refuse(isImage && startsAsScript(start));
        byte[] last = tail();
        if (isPdf) {
            int end = lastIndexOf(last, bytes("%%EOF"));
            refuse(holdsPage(head, 0, (int) Math.min(size, HEAD)) || holdsPage(last, Math.max(0, end), last.length));
        }
        refuse(!isZip && endsAsZip(last));
    }

    private void acrossTheSeam(byte[] block, int offset, int length) {
        int more = Math.min(length, OVERLAP);
        System.arraycopy(block, offset, seam, seamLength, more);
        search(seam, 0, seamLength + more);
        if (length >= OVERLAP) {
            System.arraycopy(block, offset + length - OVERLAP, seam, 0, OVERLAP);
            seamLength = OVERLAP;
        } else {
            int all = seamLength + length;
            int kept = Math.min(all, OVERLAP);
            System.arraycopy(seam, all - kept, seam, 0, kept);
            seamLength = kept;
        }
    }

    private void search(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = block[i];
            if (b == '<' && isImage) {
                refuse(isOneOf(PAGE_MARKS, block, i, to));
            } else if ((b == 'R' || b == '7' || b == '_') && !isText) {
                refuse(isOneOf(ARCHIVE_MARKS, block, i, to));
            }
        }
    }

    private void keepTail(byte[] block, int offset, int length) {
        int from = Math.max(0, length - TAIL);
        int place = (int) ((size + from) % TAIL);
        int first = Math.min(length - from, TAIL - place);
        System.arraycopy(block, offset + from, tail, place, first);
        System.arraycopy(block, offset + from + first, tail, 0, length - from - first);
    }

    /** A picture whose first bytes are read as an expression and the beginning of a comment. */
    private static boolean startsAsScript(String start) {
        String first = start.substring(0, Math.min(start.length(), SCRIPT_HEAD));
        if (first.contains("/*")) {
            return true;
        }
        // the width of a GIF stands where a script would go on after a name; only an odd width has two such bytes
        return first.startsWith("GIF8")
                && first.length() > 7
                && SCRIPT_SIGNS.indexOf(first.charAt(6)) >= 0
                && (first.charAt(7) >= ' ' || Character.isWhitespace(first.charAt(7)));
    }

    private static boolean holdsPage(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] == '<' && isOneOf(PAGE_MARKS, block, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an archive program finds its directory from behind: the end record, and nothing but its comment after. */
    private static boolean endsAsZip(byte[] last) {
        return ZipEnd.find(last).isPresent();
    }

    private static boolean isOneOf(List<byte[]> marks, byte[] block, int at, int to) {
        for (byte[] mark : marks) {
            if (at + mark.length <= to && matches(mark, block, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] mark, byte[] block, int at) {
        for (int i = 0; i < mark.length; i++) {
            byte b = block[at + i];
            if (b != mark[i] && (b < 'A' || b > 'Z' || b + 32 != mark[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lastIndexOf(byte[] block, byte[] mark) {
        for (int i = block.length - mark.length; i >= 0; i--) {
            if (Arrays.equals(block, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    private static void refuse(boolean isSecondReading) {
        if (isSecondReading) {
            throw new HazardFound(Hazard.TWO_READINGS);
        }
    }

    private static List<byte[]> marks(String... words) {
        return Arrays.stream(words)
                .map(word -> bytes(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
