package se.knutpunkt.portal.mypages;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** Says what a file is before one fetches it: "PDF, 120 kB", "Bild, 1,2 MB". */
final class FileKind {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final Map<String, String> SHORT = Map.of(
            "application/pdf", "PDF",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word",
            "application/vnd.oasis.opendocument.text", "OpenDocument");

    private FileKind() {}

    static String words(String mediaType, long bytes, Wording wording) {
        return kind(mediaType.toLowerCase(Locale.ROOT), wording) + ", " + size(bytes, wording);
    }

    private static String kind(String mediaType, Wording wording) {
        String known = SHORT.get(mediaType);
        if (known != null) {
            return known;
        }
        if (mediaType.startsWith("image/")) {
            return wording.text("event.file.image");
        }
        return wording.text(mediaType.startsWith("text/") ? "event.file.text" : "event.file.other");
    }

    private static String size(long bytes, Wording wording) {
        if (bytes < MEGA) {
            return Math.max(1, Math.round((double) bytes / KILO)) + " kB";
        }
        char comma =
                DecimalFormatSymbols.getInstance(wording.language().locale()).getDecimalSeparator();
        long tenths = Math.round(bytes * 10.0 / MEGA);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "" + comma + tenths % 10) + " MB";
    }
}
