package se.knutpunkt.portal.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads bytes as JSON: UTF-8 only, no duplicate names, nothing after the document, no bombs of depth or digits. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(ApiLimits.DEPTH)
                            .maxStringLength(ApiLimits.EVENT_BYTES)
                            .maxNumberLength(50)
                            .maxNameLength(200)
                            .maxDocumentLength(ApiLimits.BATCH_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Documents() {}

    /** A document of one event. */
    static JsonNode one(byte[] body) {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            JsonNode event = element(parser);
            if (parser.nextToken() != null) {
                throw notJson("There is something after the end of the document.");
            }
            return event;
        } catch (JsonProcessingException malformed) {
            throw notJson(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /** A parser over a stream that lets nothing but UTF-8 through. */
    static JsonParser parser(Utf8Stream body) throws IOException {
        return JSON.createParser(body);
    }

    /** The value that begins at the parser's token. */
    static JsonNode element(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw notJson("The body is empty.");
        }
        return JSON.readTree(new Counted(parser));
    }

    /** A parser that ends where an event has more tokens than it may; the value's own first one is read already. */
    private static final class Counted extends JsonParserDelegate {
        private int tokens = 1;

        Counted(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            tokens++;
            if (tokens > ApiLimits.EVENT_TOKENS) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE,
                        "An event has at most " + ApiLimits.EVENT_TOKENS + " names, values and brackets.");
            }
            return super.nextToken();
        }
    }

    /** Jackson guesses UTF-16 and UTF-32 from the first bytes and lets some broken UTF-8 through. */
    private static void requireUtf8(byte[] body) {
        for (byte one : body) {
            if (one == 0) {
                throw notUtf8();
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException broken) {
            throw notUtf8();
        }
    }

    static ProblemException notUtf8() {
        return notJson("The body is not UTF-8.");
    }

    static ProblemException notJson(String detail) {
        return new ProblemException(ProblemType.NOT_JSON, detail);
    }

    static ProblemException notJson(JsonProcessingException malformed) {
        return notJson(place(malformed));
    }

    /** Where it broke; Jackson's own text would repeat what was sent. */
    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? "The document cannot be read."
                : "The document cannot be read at line %d, column %d."
                        .formatted(
                                malformed.getLocation().getLineNr(),
                                malformed.getLocation().getColumnNr());
    }
}
