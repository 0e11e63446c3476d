package se.knutpunkt.hub.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.knutpunkt.hub.disclosure.SystemEvent;

class BatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 60)
    void holdsTheFirstThatHaveRoomAndNeverNone(
            @ForAll @IntRange(min = 1, max = 100) int count, @ForAll @IntRange(max = 60_000) int length)
            throws IOException {
        List<SystemEvent> events = events(count, "å".repeat(length));

        Batch batch = Batch.of(events);

        JsonNode sent = JSON.readTree(batch.message().body());
        assertThat(sent).hasSize(batch.events());
        assertThat(batch.events()).isBetween(1, count);
        for (int i = 0; i < batch.events(); i++) {
            assertThat(sent.get(i).get("id").asText()).isEqualTo(events.get(i).eventId());
        }
        if (batch.events() > 1) {
            assertThat(batch.message().body().length).isLessThanOrEqualTo(Batch.MOST_BYTES + 2);
        }
        assertThat(batch.message().id()).isEqualTo("c-1-" + batch.events());
    }

    @Example
    void aLargeEventGoesAlone() {
        assertThat(Batch.of(events(2, "x".repeat(2_000_000))).events()).isEqualTo(1);
    }

    @Example
    void anEventIsACloudEventWithoutIdentityNumbers() {
        JsonNode event = CloudEvents.of(events(1, "Text").get(0));

        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("subject").asText()).isEqualTo("arende");
        assertThat(event.get("source").asText()).isEqualTo("urn:knutpunkt:kalla:milj%C3%B6");
        assertThat(event.at("/data/beskrivning").asText()).isEqualTo("Text");
        assertThat(event.at("/data/part").fieldNames()).toIterable().containsExactly("arende");
        assertThat(event.at("/data").has("huvudarende")).isFalse();
    }

    private static List<SystemEvent> events(int count, String description) {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new SystemEvent(
                        i,
                        "e" + i,
                        "miljö",
                        "x" + i,
                        "A.B.C",
                        at,
                        at,
                        "arende",
                        "MIL 1",
                        null,
                        "MIL",
                        "miljonamnden",
                        "sv",
                        "Rubrik",
                        "Något har hänt",
                        description,
                        null,
                        false,
                        false,
                        false,
                        true,
                        0,
                        0,
                        null))
                .toList();
    }
}
