package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ChangeCursorTest {

    @Property
    void comesBackAsItWas(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long number) {
        assertThat(ChangeCursor.of(ChangeCursor.text(number))).isEqualTo(number);
    }

    @Property
    void anythingElseIsNone(@ForAll String text) {
        assertThatExceptionOfType(InvalidCursor.class).isThrownBy(() -> ChangeCursor.of(text));
    }

    @Example
    void aPlaceInACaseIsNone() {
        String other = new Cursor(Instant.EPOCH, 7).text();
        assertThatExceptionOfType(InvalidCursor.class).isThrownBy(() -> ChangeCursor.of(other));
    }
}
