package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The binary mode of the CloudEvents HTTP binding 1.0.2 (section 3.1): the attributes stand in headers {@code ce-…}, the body
 * is the data alone.
 */
final class BinaryEvent {

    private static final String PREFIX = "ce-";
    /** Attributes that have a place of their own in this mode: the body, and its content type. */
    private static final List<String> NOT_AS_HEADERS = List.of("data", "data_base64", "datacontenttype");

    private BinaryEvent() {}

    /** The {@code ce-…} headers by attribute name; empty when the request is not in binary mode. */
    static Map<String, List<String>> attributes(HttpServletRequest request) {
        Map<String, List<String>> attributes = new TreeMap<>();
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), Collections.list(request.getHeaders(header)));
            }
        }
        return attributes;
    }

    /**
     * The same event as it would be in structured mode.
     *
     * @throws ProblemException naming each header that cannot be read
     */
    static ObjectNode structured(Map<String, List<String>> attributes, JsonNode data) {
        Faults faults = new Faults();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        attributes.forEach((name, values) -> {
            Optional<String> value = values.size() == 1 ? decoded(values.get(0)) : Optional.empty();
            if (NOT_AS_HEADERS.contains(name)) {
                faults.add("/" + name, "The attribute is no header: the body is the data, Content-Type its type.");
            } else if (value.isEmpty()) {
                faults.add(
                        "/" + TextForm.printable(name),
                        "The header stands once, in printable ASCII; other characters are percent-encoded UTF-8.");
            } else {
                event.put(name, value.get());
            }
        });
        faults.throwIfAny();
        event.put("datacontenttype", "application/json");
        event.set("data", data);
        return event;
    }

    /** Section 3.1.3.2: first the quotes of a quoted string, then one round of percent-decoding. */
    static Optional<String> decoded(String header) {
        return unquoted(header.strip()).flatMap(BinaryEvent::percentDecoded);
    }

    private static Optional<String> unquoted(String header) {
        if (!header.startsWith("\"")) {
            return Optional.of(header);
        }
        StringBuilder plain = new StringBuilder();
        int i = 1;
        while (i < header.length() && header.charAt(i) != '"') {
            if (header.charAt(i) == '\\') {
                i++;
            }
            if (i < header.length()) {
                plain.append(header.charAt(i));
                i++;
            }
        }
        return i == header.length() - 1 ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static Optional<String> percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return Optional.empty();
            }
            if (c == '%') {
                int high = i + 2 < text.length() ? hexDigit(text.charAt(i + 1)) : -1;
                int low = high >= 0 ? hexDigit(text.charAt(i + 2)) : -1;
                if (low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Of ASCII alone: {@link Character#digit} takes the digits of every script. */
    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
