package se.knutpunkt.portal.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content type of a request, of those that are taken.
 *
 * @param form what the body holds
 * @param charset the character set in small letters; null when it is not told
 */
record EventMediaType(Form form, @Nullable String charset) {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    /** What a body may hold. */
    enum Form {
        /** One CloudEvent. */
        ONE,
        /** One CloudEvent, or the data of one whose attributes are headers. */
        JSON,
        /** An array of CloudEvents. */
        BATCH,
        /** A document by our XSD, alone or in a SOAP envelope. */
        XML
    }

    private static final Map<String, Form> TAKEN = Map.of(
            ONE,
            Form.ONE,
            BATCH,
            Form.BATCH,
            "application/json",
            Form.JSON,
            "application/xml",
            Form.XML,
            "text/xml",
            Form.XML);

    /** What Java reads by itself, and what old systems write. */
    private static final Set<String> XML_CHARSETS =
            Set.of("utf-8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252", "us-ascii");

    private static final Pattern HEADER =
            Pattern.compile("([a-z]+/[a-z+-]+)\\s*(?:;\\s*charset\\s*=\\s*(?:([a-z0-9-]+)|\"([a-z0-9-]+)\")\\s*)?;?");

    /**
     * Reads a {@code Content-Type}.
     *
     * @throws ProblemException 415 for any that is not taken, and for JSON in another character set than UTF-8
     */
    static EventMediaType of(@Nullable String contentType) {
        Matcher type =
                HEADER.matcher(contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT));
        Form form = type.matches() ? TAKEN.get(type.group(1)) : null;
        if (form == null) {
            throw refused();
        }
        String charset = type.group(2) == null ? type.group(3) : type.group(2);
        if (charset != null && !(form == Form.XML ? isXmlCharset(charset) : charset.equals("utf-8"))) {
            throw refused();
        }
        return new EventMediaType(form, charset);
    }

    /** Whether XML is taken in a character set. */
    static boolean isXmlCharset(String charset) {
        return XML_CHARSETS.contains(charset.toLowerCase(Locale.ROOT));
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemType.MEDIA_TYPE,
                "Send " + ONE + " (or application/json) for one event, " + BATCH
                        + " for a batch, in UTF-8; or application/xml, or text/xml for SOAP 1.1.");
    }
}
