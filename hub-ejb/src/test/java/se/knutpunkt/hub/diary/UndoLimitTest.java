package se.knutpunkt.hub.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UndoLimitTest {

    private static final Instant DECIDED = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void allowsToTheLastInstantOfTheWeek() {
        assertThat(UndoLimit.allows(DECIDED, DECIDED)).isTrue();
        assertThat(UndoLimit.allows(DECIDED, DECIDED.plus(Duration.ofDays(7)))).isTrue();
    }

    @Test
    void refusesAfterTheWeek() {
        assertThat(UndoLimit.allows(DECIDED, DECIDED.plus(Duration.ofDays(7)).plusNanos(1)))
                .isFalse();
    }
}
