package se.knutpunkt.hub.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LetterRoomsTest {
    private static final int PER_DAY = 5;
    private static final int BYTES = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private int queries;

    @Property
    void neverHoldsMoreThanTheBoundAndTurnsAwayNothingThatFits(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 60) Integer> sizes) {
        LetterRooms rooms = rooms();
        int letters = 0;
        int bytes = 0;
        for (int size : sizes) {
            boolean fits = letters < PER_DAY && bytes + size <= BYTES;
            assertThat(rooms.take("bygg", size)).isEqualTo(fits);
            letters += fits ? 1 : 0;
            bytes += fits ? size : 0;
        }
        assertThat(letters).isLessThanOrEqualTo(PER_DAY);
        assertThat(bytes).isLessThanOrEqualTo(BYTES);
    }

    @Test
    void asksTheDatabaseOnceAMinuteAndASourceAtMost() {
        LetterRooms rooms = rooms();
        for (int i = 0; i < 20; i++) {
            rooms.take("bygg", 1);
        }
        rooms.take("miljo", 1);
        assertThat(queries).isEqualTo(2);
        rooms.clock = Clock.fixed(Instant.parse("2026-11-22T10:01:01Z"), ZoneOffset.UTC);
        assertThat(rooms.take("bygg", 1)).as("the database has none of them").isTrue();
        assertThat(queries).isEqualTo(3);
    }

    @Test
    void givesRoomBackForRepetitions() {
        LetterRooms rooms = rooms();
        for (int i = 0; i < PER_DAY; i++) {
            assertThat(rooms.take("bygg", 10)).isTrue();
        }
        assertThat(rooms.take("bygg", 10)).isFalse();
        rooms.giveBack("bygg", 1, 10);
        assertThat(rooms.take("bygg", 10)).isTrue();
        assertThat(rooms.take("bygg", 10)).isFalse();
    }

    @Test
    void countsWhatWasNotKeptUntilItIsWrittenDown() {
        LetterRooms rooms = rooms();
        rooms.over("bygg", 3);
        rooms.over("bygg", 0);
        rooms.over("bygg", 2);
        Map<LetterRooms.Over, Long> counted = rooms.drain();
        assertThat(counted).containsExactly(Map.entry(new LetterRooms.Over("bygg", TODAY), 5L));
        assertThat(rooms.drain()).isEmpty();
        rooms.putBack(counted);
        assertThat(rooms.drain()).isEqualTo(counted);
    }

    @Test
    void refusesSettingsOutOfRange() {
        LetterBounds bounds = new LetterBounds();
        bounds.perDay = 0;
        bounds.bytesPerDay = 0;
        bounds.days = 1;
        bounds.check();
        bounds.days = 0;
        assertThatThrownBy(bounds::check).hasMessageContaining("KNUTPUNKT_DEAD_LETTER_DAYS");
        bounds.days = 90;
        bounds.perDay = -1;
        assertThatThrownBy(bounds::check).hasMessageContaining("KNUTPUNKT_DEAD_LETTERS_PER_DAY");
    }

    private LetterRooms rooms() {
        LetterRooms rooms = new LetterRooms() {
            @Override
            Kept kept(String source, Instant since) {
                queries++;
                return new Kept(0, 0);
            }
        };
        rooms.bounds = new LetterBounds();
        rooms.bounds.perDay = PER_DAY;
        rooms.bounds.bytesPerDay = BYTES;
        rooms.clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return rooms;
    }
}
