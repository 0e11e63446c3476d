package se.knutpunkt.eforms.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The endings of names that belong to kinds of content. Whoever gets the file opens it by its ending, so the two must say
 * the same.
 */
public final class FileEndings {

    private static final Map<String, List<String>> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", List.of("jpg", "jpeg", "jpe", "jfif")),
            Map.entry("image/png", List.of("png")),
            Map.entry("image/gif", List.of("gif")),
            Map.entry("image/webp", List.of("webp")),
            Map.entry("image/heic", List.of("heic", "heif")),
            Map.entry("application/pdf", List.of("pdf")),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
            Map.entry("application/vnd.oasis.opendocument.text", List.of("odt")),
            Map.entry("text/plain", List.of("txt", "text", "log")));

    private FileEndings() {}

    /** The ending that a name of such content gets, with its dot; empty for kinds that no field takes. */
    public static String of(String mediaType) {
        List<String> known = ENDINGS.getOrDefault(mediaType, List.of());
        return known.isEmpty() ? "" : "." + known.get(0);
    }

    /** The ending of a name, in small letters without its dot; empty when it has none. */
    public static String in(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a name with an ending says what the content is. */
    public static boolean suits(String name, String mediaType) {
        return ENDINGS.getOrDefault(mediaType, List.of()).contains(in(name));
    }
}
