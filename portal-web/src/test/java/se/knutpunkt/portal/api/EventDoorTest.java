package se.knutpunkt.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;

/** Many events through one door, over an intake that only counts. */
class EventDoorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SourceSystem SOURCE = new SourceSystem(
            "MILJO", new Name("Miljö", "Environment"), "MN", Set.of(), Duration.ofDays(1), Instant.EPOCH, null);

    private final CountingIntake intake = new CountingIntake();
    private final EventDoor door = new EventDoor();

    EventDoorTest() {
        door.intake = intake;
    }

    @Test
    void takesInGroupsOfAHundred() throws IOException {
        JsonNode answer = answer(batch(250, ""));
        assertThat(intake.groups).containsExactly(100, 100, 50);
        assertThat(answer.get("results")).hasSize(250);
        assertThat(answer.has("problem")).isFalse();
    }

    @Test
    void tellsOfEachEventBeforeABreakAndOfNoneAfter() throws IOException {
        JsonNode answer = answer(batch(150, ",{\"id\":"));
        assertThat(intake.taken).isEqualTo(150);
        assertThat(answer.get("results")).hasSize(150);
        assertThat(answer.at("/problem/type").asText()).endsWith(":not-json");
    }

    @Test
    void keepsTheOrderOfRefusedAndTaken() throws IOException {
        String body = "[1," + event("a") + ",{}," + event(CountingIntake.REFUSED) + "," + event("b") + "]";
        JsonNode answer = answer(new ByteArrayInputStream(body.getBytes(UTF_8)));
        assertThat(answer.get("results"))
                .extracting(result -> result.get("status").asInt())
                .containsExactly(422, 200, 422, 422, 200);
        assertThat(answer.get("results"))
                .extracting(result -> result.get("id").asText())
                .containsExactly("", "a", "", CountingIntake.REFUSED, "b");
    }

    @Test
    void tellsWhatWasTakenBeforeAFaultOfOurs() throws IOException {
        intake.failAfter = 100;
        JsonNode answer = answer(batch(150, ""));
        assertThat(answer.get("results")).hasSize(100);
        assertThat(answer.at("/problem/status").asInt()).isEqualTo(500);
        assertThat(answer.at("/problem/detail").asText()).contains("may be kept or not");
    }

    @Test
    void hasNothingToTellWhenNothingCouldBeRead() {
        assertThatThrownBy(() -> answer(new ByteArrayInputStream("[".getBytes(UTF_8))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void readsAHundredMegabytesInTheMemoryOfAFew() throws IOException {
        long before = used();
        int events = ApiLimits.BATCH_BYTES / (event("0000000").getBytes(UTF_8).length + 1) - 1;
        intake.everyGroup = () -> {
            if (intake.groups.size() % 100 == 0) {
                assertThat(used() - before).as("bytes of heap more than before").isLessThan(24L << 20);
            }
        };
        MeteredStream body = new MeteredStream(batch(events, ""), ApiLimits.BATCH_BYTES);
        JsonAnswer answer = new JsonAnswer();
        BatchResponse response = new BatchResponse(answer, "id");
        BatchResponse.Finished finished = response.take(door, SOURCE, new JsonBatch(body, TODAY), body);
        assertThat(body.count()).isGreaterThan(99L << 20);
        assertThat(intake.taken).isEqualTo(events).isGreaterThan(50_000);
        assertThat(used() - before).isLessThan(24L << 20);
        CountingOutput out = new CountingOutput();
        finished.body().sendTo(out);
        assertThat(out.bytes).isGreaterThan(50L * events);
    }

    private JsonNode answer(InputStream batch) throws IOException {
        MeteredStream body = new MeteredStream(batch, ApiLimits.BATCH_BYTES);
        BatchResponse response = new BatchResponse(new JsonAnswer(), "id");
        BatchResponse.Finished finished = response.take(door, SOURCE, new JsonBatch(body, TODAY), body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        finished.body().sendTo(out);
        return Samples.JSON.readTree(out.toByteArray());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String event(String id) {
        ObjectNode event = Samples.full();
        event.put("id", id);
        Samples.data(event).put("kundhandelseId", id);
        return event.toString();
    }

    /** A batch that is made while it is read. */
    private static InputStream batch(int events, String tail) {
        String template = event("0000000");
        return new InputStream() {
            private byte[] piece = "[".getBytes(UTF_8);
            private int at;
            private int made;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == piece.length) {
                    if (made > events) {
                        return -1;
                    }
                    String text = made == events
                            ? tail + "]"
                            : (made == 0 ? "" : ",") + template.replace("0000000", "%07d".formatted(made));
                    piece = text.getBytes(UTF_8);
                    at = 0;
                    made++;
                }
                int read = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, into, offset, read);
                at += read;
                return read;
            }
        };
    }

    private static final class CountingOutput extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int offset, int length) {
            bytes += length;
        }
    }
}
