package se.knutpunkt.portal.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The events of a batch, a JSON array of at least one, each read when it is asked for. */
final class JsonBatch implements EventStream {

    private final MeteredStream body;
    private final LocalDate today;
    /** Made when the first event is asked for, since that already reads. */
    private @Nullable JsonParser parser;

    private int events;

    JsonBatch(MeteredStream body, LocalDate today) {
        this.body = body;
        this.today = today;
    }

    @Override
    public @Nullable ReadEvent next() throws IOException {
        try {
            return read();
        } catch (MeteredStream.TooLong tooLong) {
            throw body.tooLarge(events);
        } catch (JsonProcessingException malformed) {
            body.throwIfBroken();
            throw body.isExceeded() ? body.tooLarge(events) : Documents.notJson(malformed);
        } catch (CharacterCodingException notUtf8) {
            throw Documents.notUtf8();
        }
    }

    @Override
    public long position() {
        return parser == null ? 0 : parser.currentLocation().getByteOffset();
    }

    private @Nullable ReadEvent read() throws IOException {
        JsonParser json = opened();
        body.nextEvent();
        if (json.nextToken() == JsonToken.END_ARRAY) {
            end(json);
            return null;
        }
        if (events == ApiLimits.BATCH_EVENTS) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "A batch has at most " + ApiLimits.BATCH_EVENTS + " events.");
        }
        long start = json.currentTokenLocation().getByteOffset();
        body.nextEvent();
        ReadEvent event = ReadEvent.of(Documents.element(json), today);
        if (position() - start > ApiLimits.EVENT_BYTES) {
            throw body.tooLarge(events);
        }
        events++;
        return event;
    }

    private JsonParser opened() throws IOException {
        JsonParser json = parser;
        if (json == null) {
            json = Documents.parser(new Utf8Stream(body));
            parser = json;
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw Documents.notJson("A batch is a JSON array of events.");
            }
        }
        return json;
    }

    private void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw Documents.notJson("There is something after the end of the document.");
        }
        if (events == 0) {
            throw Documents.notJson("A batch has at least one event.");
        }
    }
}
