package se.knutpunkt.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void writesARowInBracketsAndBindsInOrder() {
        Values values = Values.of(2);
        values.row("a", 1);
        values.row(null, 2);

        assertThat(values.rows()).isEqualTo("(?, ?), (?, ?)");
        assertThat(values.bound()).containsExactly("a", 1, null, 2);
    }

    @Test
    void takesSingleColumns() {
        assertThat(Values.of(List.of(1, 2, 3)).rows()).isEqualTo("(?), (?), (?)");
        assertThat(Values.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> Values.of(2).row("a")).isInstanceOf(IllegalArgumentException.class);
    }
}
