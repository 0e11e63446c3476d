package se.knutpunkt.portal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** What was read before the end, and what ended it when that was a problem. */
    record Read(List<ReadEvent> events, Optional<Problem> problem) {
        List<ProblemType> types() {
            return Stream.concat(
                            events.stream().flatMap(event -> Optional.ofNullable(event.problem()).stream()),
                            problem.stream())
                    .map(Problem::type)
                    .toList();
        }

        List<String> ids() {
            return events.stream().map(ReadEvent::id).toList();
        }
    }

    static Read read(byte[] body) {
        return read(new ByteArrayInputStream(body));
    }

    private static Read read(InputStream body) {
        List<ReadEvent> events = new ArrayList<>();
        try {
            JsonBatch batch = new JsonBatch(new MeteredStream(body, ApiLimits.BATCH_BYTES), TODAY);
            for (ReadEvent next = batch.next(); next != null; next = batch.next()) {
                events.add(next);
            }
            return new Read(events, Optional.empty());
        } catch (ProblemException unreadable) {
            return new Read(events, Optional.of(unreadable.problem()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void readsABatchInItsOrder() {
        Read read = read("\uFEFF[{\"id\":\"1\"}, {\"id\":\"2\"}]\n".getBytes(UTF_8));
        assertThat(read.ids()).containsExactly("1", "2");
        assertThat(read.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "[{}", "[{}]]", "[{},]", "[{}] 1", "1", "[{\"a\":1,\"a\":2}]"})
    void tellsWhatIsNoBatch(String body) {
        assertThat(read(body.getBytes(UTF_8)).problem()).map(Problem::type).contains(ProblemType.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":", "{\"id\":\"3\"", "x", "{\"hemligt\":1,\"hemligt\":1}", "[[[[[[[[[[[[[[[[[[[[[[[["})
    void keepsWhatStandsWholeBeforeABreak(String broken) {
        Read read = read(("[{\"id\":\"1\"},{\"id\":\"2\"}," + broken).getBytes(UTF_8));
        assertThat(read.ids()).containsExactly("1", "2");
        assertThat(read.problem()).map(Problem::type).contains(ProblemType.NOT_JSON);
        assertThat(read.problem().orElseThrow().detail()).doesNotContain("hemligt");
    }

    @Test
    void takesItsMostEventsButNotOneMore() {
        String most = "[" + "1,".repeat(ApiLimits.BATCH_EVENTS - 1) + "1";
        assertThat(read((most + "]").getBytes(UTF_8)).problem()).isEmpty();
        Read more = read((most + ",1]").getBytes(UTF_8));
        assertThat(more.events()).hasSize(ApiLimits.BATCH_EVENTS);
        assertThat(more.problem()).map(Problem::type).contains(ProblemType.TOO_LARGE);
    }

    @Test
    void measuresEachEvent() {
        String padding = "a".repeat(ApiLimits.EVENT_BYTES - "{\"a\":\"\"}".length());
        String largest = "{\"a\":\"" + padding + "\"}";
        String small = "{\"id\":\"1\"}";
        assertThat(read(("[" + small + "," + largest + "," + small + "]").getBytes(UTF_8))
                        .problem())
                .isEmpty();
        Read larger =
                read(("[" + small + "," + largest.replace("\"a\":", "\"a\": ") + "," + small + "]").getBytes(UTF_8));
        assertThat(larger.ids()).containsExactly("1");
        assertThat(larger.problem()).map(Problem::type).contains(ProblemType.TOO_LARGE);
    }

    @Test
    void holdsNoMoreOfAHugeEventThanItMayHave() {
        // a million small members, so that no single text is too long
        InputStream endless = new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ == 0 ? '[' : sent % 2 == 0 ? '[' : ']';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (sent == 0) {
                    sent = 1;
                    into[offset] = '[';
                    into[offset + 1] = '[';
                    return 2;
                }
                byte[] piece = "[],".getBytes(UTF_8);
                int whole = Math.min(length, 3000) / 3 * 3;
                for (int i = 0; i < whole; i++) {
                    into[offset + i] = piece[i % 3];
                }
                sent += whole;
                assertThat(sent).isLessThan(2L * ApiLimits.EVENT_BYTES);
                return whole;
            }
        };
        assertThat(read(endless).problem()).map(Problem::type).contains(ProblemType.TOO_LARGE);
    }

    @Test
    void endsWhereUtf8Ends() {
        byte[] latin = "[{\"id\":\"1\"},{\"id\":\"å\"}]".getBytes(ISO_8859_1);
        assertThat(read(latin).problem().orElseThrow().detail()).isEqualTo("The body is not UTF-8.");
        byte[] wide = "[{\"id\":\"1\"}]".getBytes(UTF_16LE);
        assertThat(read(wide).problem().orElseThrow().detail()).isEqualTo("The body is not UTF-8.");
        byte[] cut = "[{\"id\":\"1\"}]å".getBytes(UTF_8);
        assertThat(read(java.util.Arrays.copyOf(cut, cut.length - 1)).problem()).isPresent();
    }

    @Test
    void readsCharactersThatStandAcrossTwoReads() {
        byte[] body = "[{\"id\":\"1\",\"a\":\"å€\uD83D\uDE00\"}]".getBytes(UTF_8);
        InputStream dripping = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1));
            }
        };
        Read read = read(dripping);
        assertThat(read.problem()).isEmpty();
        assertThat(read.events().get(0).document().get("a").asText()).isEqualTo("å€\uD83D\uDE00");
    }
}
