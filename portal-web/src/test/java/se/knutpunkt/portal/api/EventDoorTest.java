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
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.SourceFigures;
import se.knutpunkt.hub.source.Verdict;

/** Many events through one door, over an intake that only counts. */
class EventDoorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SourceSystem SOURCE = new SourceSystem(
            "MILJO", new Name("Miljö", "Environment"), "MN", Set.of(), Duration.ofDays(1), Instant.EPOCH, null);

    private final CountingIntake intake = new CountingIntake();
    private final EventDoor door = new EventDoor();
    private final SourceFigures figures = new SourceFigures();
    private final RememberedRefusals refused = new RememberedRefusals();

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    EventDoorTest() {
        door.intake = intake;
        door.gate = new IntakeGate();
        door.gate.figures = figures;
        door.refused = refused;
    }

    @Test
    void countsEachEventOnceByWhatBecameOfIt() throws IOException {
        String body = "[1," + event("a") + ",{}," + event(CountingIntake.REFUSED) + "," + event("b") + "]";
        answer(new ByteArrayInputStream(body.getBytes(UTF_8)));

        assertThat(figures.sinceStart().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(5);
        assertThat(figures.sinceStart()).containsEntry(new SourceFigures.Kind("MILJO", Verdict.TAKEN), 2L);
    }

    @Test
    void keepsWhatIsRefusedOnceAGroupAndTellsTheSameWhenThatFails() throws IOException {
        String body = "[1," + event("a") + ",{}," + event(CountingIntake.REFUSED) + "]";
        JsonNode answer = answer(new ByteArrayInputStream(body.getBytes(UTF_8)));

        assertThat(refused.groups).hasSize(1);
        assertThat(refused.groups.get(0))
                .extracting(letter -> letter.kind() + " " + letter.externalId())
                .containsExactly("INVALID ", "INVALID ", "UNKNOWN_CASE_TYPE " + CountingIntake.REFUSED);
        assertThat(refused.groups.get(0).get(1).faults())
                .extracting(LetterFault::pointer)
                .contains("/data");
        refused.fail = true;
        assertThat(answer(new ByteArrayInputStream(body.getBytes(UTF_8))).get("results"))
                .extracting(result -> result.get("status").asInt())
                .containsExactly(422, 200, 422, 422);
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
    void readsToTheEndWhateverTheParserDoesWithTheStream() throws IOException {
        boolean[] ended = new boolean[1];
        for (String rest : new String[] {"", "x", "x".repeat(100_000)}) {
            InputStream closing = new ByteArrayInputStream(("[" + event("a") + "," + rest).getBytes(UTF_8)) {
                private boolean closed;

                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    assertThat(closed).as("read after close").isFalse();
                    int read = super.read(into, offset, length);
                    ended[0] = read < 0;
                    return read;
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
            assertThat(answer(closing).get("results")).hasSize(1);
            assertThat(ended[0]).isTrue();
        }
    }

    @Test
    void neverRepeatsAnIdThatTellsWhoItIsAbout() throws IOException {
        JsonNode answer = answer(new ByteArrayInputStream(("[" + event("x-19600617-2818") + "]").getBytes(UTF_8)));
        assertThat(answer.toString()).doesNotContain("19600617");
    }

    @Test
    void hasNothingToTellWhenNothingCouldBeRead() {
        assertThatThrownBy(() -> answer(new ByteArrayInputStream("[".getBytes(UTF_8))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void readsAHundredMegabytesInTheMemoryOfAFew() throws IOException {
        int events = ApiLimits.BATCH_BYTES / (event("0000000").getBytes(UTF_8).length + 1) - 1;
        MeteredStream body = new MeteredStream(batch(events, ""), ApiLimits.BATCH_BYTES);
        assertSmall(new JsonBatch(body, TODAY), body, new JsonAnswer(), events);
        assertThat(body.count()).isGreaterThan(99L << 20);
    }

    @Test
    void readsMuchXmlInTheSameMemory() throws IOException {
        String printed = XmlEventsTest.example("handelser.xml");
        int first = printed.indexOf("<handelse>");
        int second = printed.indexOf("<handelse>", first + 1);
        String template = printed.substring(first, second).replace("xml-exempel-01", "0000000");
        int events = 25_000;
        InputStream many = many(printed.substring(0, first), template, "", "</handelser>", events);
        MeteredStream body = new MeteredStream(many, ApiLimits.BATCH_BYTES);
        assertSmall(new XmlEvents(body, null, TODAY, events), body, new XmlAnswer(() -> false), events);
        assertThat(body.count()).isGreaterThan(20L << 20);
    }

    private void assertSmall(EventStream stream, MeteredStream body, BatchAnswer answer, int events)
            throws IOException {
        long before = used();
        intake.everyGroup = () -> {
            if (intake.groups.size() % 100 == 0) {
                assertThat(used() - before).as("bytes of heap more than before").isLessThan(16L << 20);
            }
        };
        BatchResponse.Finished finished = new BatchResponse(answer, "id").take(door, SOURCE, stream, body);
        assertThat(intake.taken).isEqualTo(events);
        assertThat(used() - before).isLessThan(16L << 20);
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

    private static InputStream batch(int events, String tail) {
        return many("[", event("0000000"), ",", tail + "]", events);
    }

    /** A document that is made while it is read. */
    private static InputStream many(String start, String template, String between, String end, int events) {
        return new InputStream() {
            private byte[] piece = start.getBytes(UTF_8);
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
                            ? end
                            : (made == 0 ? "" : between) + template.replace("0000000", "%07d".formatted(made));
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
