package se.knutpunkt.hub.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;

class KeyLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aKeyCountsUntilItsEndAndNotAtIt() {
        assertThat(key(null, null).state(NOW)).isEqualTo(SourceKey.State.LIVING);
        assertThat(key(NOW.plusNanos(1000), null).state(NOW)).isEqualTo(SourceKey.State.ENDING);
        assertThat(key(NOW, null).state(NOW)).isEqualTo(SourceKey.State.ENDED);
        assertThat(key(NOW.plusSeconds(60), null).counts(NOW)).isTrue();
        assertThat(key(NOW, null).counts(NOW)).isFalse();
    }

    @Test
    void aRevokedKeyCountsNever() {
        assertThat(key(null, NOW).state(NOW)).isEqualTo(SourceKey.State.REVOKED);
        assertThat(key(NOW.plusSeconds(60), NOW).counts(NOW)).isFalse();
    }

    @Test
    void aKeyIsTwoHundredAndFiftySixBitsThatFitAHeader() {
        Set<String> keys = IntStream.range(0, 100).mapToObj(i -> KeyBits.draw()).collect(Collectors.toSet());
        assertThat(keys).hasSize(100).allMatch(key -> key.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void whatWasReadIsAskedForAnewByOneAndByAllTwoSecondsLater() {
        Senders.Kept kept = new Senders.Kept(sender(null), NOW);
        assertThat(kept.answersAt(NOW)).isTrue();
        assertThat(kept.answersAt(NOW.plus(Senders.FRESH).minusNanos(1))).isTrue();
        assertThat(kept.answersAt(NOW.plus(Senders.FRESH))).as("the first asks").isFalse();
        assertThat(kept.answersAt(NOW.plus(Senders.FRESH))).as("others go on").isTrue();
        assertThat(kept.answersAt(NOW.plus(Senders.LIFE))).isFalse();
        assertThat(kept.answersAt(NOW.plus(Senders.LIFE))).isFalse();
        assertThat(Senders.LIFE).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void nothingIsBelievedThatWasReadLaterThanNow() {
        assertThat(new Senders.Kept(sender(null), NOW).answersAt(NOW.minusMillis(1)))
                .isFalse();
    }

    @Test
    void anEndIsHeededBetweenTwoReadings() {
        assertThat(sender(NOW.plusMillis(1)).countsAt(NOW)).isTrue();
        assertThat(sender(NOW).countsAt(NOW)).isFalse();
        assertThat(sender(null).countsAt(NOW)).isTrue();
    }

    private static SourceKey key(@Nullable Instant ends, @Nullable Instant revoked) {
        return new SourceKey(1, "abcd", NOW, "Demo", ends, null, revoked, revoked == null ? null : "Demo");
    }

    private static Sender sender(@Nullable Instant ends) {
        SourceSystem source =
                new SourceSystem("bygg", new Name("Bygg", "Build"), "BN", Set.of(), Duration.ofDays(1), NOW, null);
        return new Sender(source, 1, ends, "", null);
    }
}
