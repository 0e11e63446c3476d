package se.knutpunkt.hub.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiaryCursorTest {

    @Test
    void comesBackAsItWasToTheMicrosecond() {
        DiaryCursor cursor = new DiaryCursor(Instant.parse("2026-11-22T10:15:30.123456Z"), 17);
        assertThat(DiaryCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "-1-2", "a-b", "1-2-3", "999999999999999999-1", "1 - 2"})
    void refusesWhatTheListNeverMade(String text) {
        assertThatExceptionOfType(InvalidDiaryCursor.class).isThrownBy(() -> DiaryCursor.parse(text));
    }
}
