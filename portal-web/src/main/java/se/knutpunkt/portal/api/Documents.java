package se.knutpunkt.portal.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
            throw notJson(place(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /** The events of a batch: a JSON array of at least one. */
    static List<JsonNode> batch(byte[] body) {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notJson("A batch is a JSON array of events.");
            }
            List<JsonNode> events = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (events.size() == ApiLimits.BATCH_EVENTS) {
                    throw new ProblemException(
                            ProblemType.TOO_LARGE, "A batch has at most " + ApiLimits.BATCH_EVENTS + " events.");
                }
                long start = parser.currentTokenLocation().getByteOffset();
                events.add(element(parser));
                requireSize(parser.currentLocation().getByteOffset() - start, events.size() - 1);
            }
            if (parser.nextToken() != null) {
                throw notJson("There is something after the end of the document.");
            }
            if (events.isEmpty()) {
                throw notJson("A batch has at least one event.");
            }
            return events;
        } catch (JsonProcessingException malformed) {
            throw notJson(place(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static JsonNode element(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw notJson("The body is empty.");
        }
        return JSON.readTree(parser);
    }

    private static void requireSize(long bytes, int index) {
        if (bytes > ApiLimits.EVENT_BYTES) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "Event " + index + " of the batch is larger than " + ApiLimits.EVENT_BYTES + " bytes.");
        }
    }

    /** Jackson guesses UTF-16 and UTF-32 from the first bytes and lets some broken UTF-8 through. */
    private static void requireUtf8(byte[] body) {
        for (byte one : body) {
            if (one == 0) {
                throw notJson("The body is not UTF-8.");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException broken) {
            throw notJson("The body is not UTF-8.");
        }
    }

    private static ProblemException notJson(String detail) {
        return new ProblemException(ProblemType.NOT_JSON, detail);
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
