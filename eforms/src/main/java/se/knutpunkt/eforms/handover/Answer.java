package se.knutpunkt.eforms.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what a receiver answers, in JSON or in XML, whatever its header says. */
public final class Answer {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final XMLInputFactory XML = factory();
    private static final int LONGEST_REASON = 500;

    private Answer() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The case number: the member or the element {@code caseNumber}. Empty when there is none that can be one. */
    public static Optional<String> caseNumber(byte[] body) {
        return member(body, "caseNumber").flatMap(ToldNumber::of);
    }

    /** Why it was refused: {@code detail} or {@code title} of RFC 9457, else a short text. Empty when there is none. */
    static String reason(byte[] body) {
        String reason = member(body, "detail")
                .or(() -> member(body, "title"))
                .orElseGet(() -> looksMarked(body) ? "" : new String(body, StandardCharsets.UTF_8));
        String line = reason.replaceAll("[\\p{Cntrl}\\uFFFD\\s]+", " ").strip();
        return line.substring(
                0, line.offsetByCodePoints(0, Math.min(LONGEST_REASON, line.codePointCount(0, line.length()))));
    }

    /** A page or a document without a reason in it is no reason. */
    private static boolean looksMarked(byte[] body) {
        String begins = new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8).strip();
        return begins.startsWith("<") || begins.startsWith("{") || begins.startsWith("[");
    }

    private static Optional<String> member(byte[] body, String name) {
        String begins = new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8).strip();
        return begins.startsWith("<") ? element(body, name) : jsonMember(body, name);
    }

    private static Optional<String> jsonMember(byte[] body, String name) {
        try {
            JsonNode root = MAPPER.readTree(body);
            JsonNode member = root == null ? null : root.get(name);
            return member != null && member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
        } catch (IOException notJson) {
            // also bytes that look like UTF-32 and are not, which is no syntax error to the reader
            return Optional.empty();
        }
    }

    private static Optional<String> element(byte[] body, String name) {
        try {
            XMLStreamReader reader;
            synchronized (XML) {
                reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            }
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    return Optional.of(reader.getElementText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }
}
