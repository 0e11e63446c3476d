package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4})
    void fewerThanFiveAreNotTold(long events) {
        for (boolean careful : new boolean[] {false, true}) {
            assertThat(Extent.of(events, careful)).isEqualTo(new Extent(0, 1, false));
        }
    }

    @ParameterizedTest
    @CsvSource({"5,10", "14,10", "15,20", "104,100", "105,110", "412,410"})
    void ofWhatIsCloseToSomebodyWholeTensAreTold(long events, long told) {
        assertThat(Extent.of(events, true)).isEqualTo(new Extent(told, 0, true));
        assertThat(Extent.of(events, false)).isEqualTo(new Extent(events, 0, false));
    }

    @Test
    void aSumTellsOfNoPart() {
        Extent sum = Extent.of(412, false).plus(Extent.of(3, false)).plus(Extent.of(4, true));
        assertThat(sum).isEqualTo(new Extent(412, 2, false));
        assertThat(sum.plus(Extent.of(7, true))).isEqualTo(new Extent(422, 2, true));
        assertThat(Extent.of(7, true).plus(Extent.of(8, false))).isEqualTo(new Extent(18, 0, true));
    }

    @Test
    void noneIsOfNoClass() {
        assertThat(Extent.NONE.isNone()).isTrue();
        assertThat(Extent.of(0, false).isNone()).isFalse();
        assertThat(Extent.of(9, false).isNone()).isFalse();
    }
}
