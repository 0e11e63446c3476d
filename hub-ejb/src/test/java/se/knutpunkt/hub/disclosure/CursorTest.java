package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void comesBackAsItWas(
            @ForAll @LongRange(min = -2_208_988_800L, max = 253_402_300_799L) long second,
            @ForAll @LongRange(min = 0, max = 999_999) long micro,
            @ForAll @LongRange(min = 1) long event) {
        Cursor cursor = new Cursor(Instant.ofEpochSecond(second, micro * 1000), event);
        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
    }

    @Property
    void refusesAnythingElse(@ForAll String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(InvalidCursor.class);
    }

    @Test
    void refusesATimeThatNoRowCanHold() {
        String tooLate = new Cursor(Cursor.START.occurredAt().plusSeconds(1), 1).text();
        assertThatThrownBy(() -> Cursor.of(tooLate)).isInstanceOf(InvalidCursor.class);
        assertThat(Cursor.of(Cursor.START.text())).isEqualTo(Cursor.START);
        Cursor earliest = new Cursor(Instant.EPOCH.minusSeconds(1L << 40), 1);
        assertThat(Cursor.of(earliest.text())).isEqualTo(earliest);
        String tooEarly = new Cursor(earliest.occurredAt().minusNanos(1), 1).text();
        assertThatThrownBy(() -> Cursor.of(tooEarly)).isInstanceOf(InvalidCursor.class);
    }
}
