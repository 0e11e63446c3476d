package se.knutpunkt.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Failure AWAY = new Failure(Failure.Kind.ANSWERED, 503);

    @Example
    void growsFromTenSecondsToAnHour() {
        assertThat(Patience.pause(1, null, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.pause(2, null, 0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Patience.pause(10_000, null, 0)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void stopsWhenItIsTurnedAwayAgainAndAgain(int status) {
        Failure turned = new Failure(Failure.Kind.ANSWERED, status);
        assertThat(isOver(turned, turned, 4)).isFalse();
        assertThat(isOver(turned, turned, 5)).isTrue();
        assertThat(isOver(turned, new Failure(Failure.Kind.ANSWERED, 401), 5)).isTrue();
        assertThat(isOver(turned, AWAY, 5)).as("it may be about to start").isFalse();
        assertThat(isOver(AWAY, turned, 5)).isFalse();
        assertThat(isOver(turned, null, 1)).isFalse();
    }

    @Test
    void stopsAtOnceWhenTheReceiverIsGoneForEver() {
        assertThat(isOver(new Failure(Failure.Kind.ANSWERED, 410), null, 1)).isTrue();
    }

    @Test
    void waitsThreeDaysForOneThatIsAway() {
        assertThat(isOver(AWAY, AWAY, 1000)).isFalse();
        assertThat(Patience.isOver(AWAY, null, 1, NOW.minus(Patience.LASTS).minusMillis(1), NOW))
                .isTrue();
    }

    private static boolean isOver(Failure failure, @Nullable Failure last, int failures) {
        return Patience.isOver(failure, last, failures, NOW.minus(Patience.LASTS), NOW);
    }

    @Property
    void isNeverShorterThanWhatTheReceiverAskedFor(
            @ForAll @IntRange(max = 100_000) int failures,
            @ForAll @IntRange(max = 1_000_000) int told,
            @ForAll @DoubleRange(min = 0, max = 1) double luck) {
        Duration pause = Patience.pause(failures, Duration.ofSeconds(told), luck);

        assertThat(pause)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(told, 86_400)))
                .isGreaterThanOrEqualTo(Patience.FIRST)
                .isLessThanOrEqualTo(Patience.LONGEST_TOLD.plus(Patience.LONGEST));
    }
}
