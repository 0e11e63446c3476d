package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeTest {

    @Test
    void fillsAYearOnTheBirthday() {
        LocalDate birth = LocalDate.of(2016, 8, 12);
        assertThat(Age.on(LocalDate.of(2034, 8, 11), birth)).isEqualTo(17);
        assertThat(Age.on(LocalDate.of(2034, 8, 12), birth)).isEqualTo(18);
    }

    @Test
    void fillsALeapDaysYearOnTheFirstOfMarch() {
        LocalDate birth = LocalDate.of(2016, 2, 29);
        assertThat(Age.on(LocalDate.of(2034, 2, 28), birth)).isEqualTo(17);
        assertThat(Age.on(LocalDate.of(2034, 3, 1), birth)).isEqualTo(18);
        assertThat(Age.on(LocalDate.of(2036, 2, 29), birth)).isEqualTo(20);
    }
}
