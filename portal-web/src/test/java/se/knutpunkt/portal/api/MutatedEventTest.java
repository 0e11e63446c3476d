package se.knutpunkt.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever a sender sends, it is either an event or a problem, never a fault of ours. */
class MutatedEventTest {

    private static final byte[] SAMPLE = sample();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** With what no other example has. */
    private static byte[] sample() {
        ObjectNode event = Samples.full();
        Samples.data(event)
                .put("hemligForVardnadshavare", true)
                .put("skyddarAnmalare", false)
                .put("endastParten", true)
                .putObject("sekretess")
                .put("lagrum", "OSL 26:1")
                .put("datum", "2026-11-20")
                .put("myndighet", "omsorgsnämnden");
        return event.toString().getBytes(UTF_8);
    }

    @Property(tries = 3000)
    void changedBytesEndAsEventOrProblem(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes, @ForAll @ByteRange byte with) {
        byte[] body = SAMPLE.clone();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            body[random.nextInt(body.length)] = i == 0 ? with : (byte) random.nextInt(256);
        }
        assertEventOrProblem(body);
    }

    @Property(tries = 1000)
    void cutOrDoubledPiecesEndAsEventOrProblem(@ForAll long seed) {
        Random random = new Random(seed);
        int from = random.nextInt(SAMPLE.length);
        int to = from + random.nextInt(SAMPLE.length - from);
        byte[] piece = Arrays.copyOfRange(SAMPLE, from, to);
        byte[] cut = new byte[SAMPLE.length - piece.length];
        System.arraycopy(SAMPLE, 0, cut, 0, from);
        System.arraycopy(SAMPLE, to, cut, from, SAMPLE.length - to);
        assertEventOrProblem(cut);
        assertEventOrProblem(piece);
    }

    @Property(tries = 3000)
    void changedXmlEndsAsEventsOrProblem(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
        byte[] body = XmlEventsTest.example(seed % 2 == 0 ? "handelser.xml" : "handelser-soap.xml")
                .getBytes(UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        assertEventOrProblem(body);
    }

    private static void assertEventOrProblem(byte[] body) {
        try {
            assertThat(EventReader.read(Documents.one(body), TODAY).externalId())
                    .isNotEmpty();
        } catch (ProblemException problem) {
            assertThat(problem.problem().type().status()).isBetween(400, 422);
        }
        XmlEventsTest.read(body, null)
                .problem()
                .ifPresent(problem -> assertThat(problem.type().status()).isBetween(400, 422));
        assertThat(JsonBatchTest.read(body).types()).allMatch(type -> type.status() >= 400 && type.status() <= 422);
    }
}
