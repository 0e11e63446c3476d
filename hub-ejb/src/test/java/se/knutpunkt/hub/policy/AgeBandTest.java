package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @Test
    void holdsTheLowerLimitAndNotTheHigher() {
        AgeBand band = new AgeBand(12, 15);
        assertThat(band.isLimited()).isTrue();
        assertThat(band.contains(11)).isFalse();
        assertThat(band.contains(12)).isTrue();
        assertThat(band.contains(14)).isTrue();
        assertThat(band.contains(15)).isFalse();
    }

    @Test
    void isOpenWhereItHasNoLimit() {
        assertThat(new AgeBand(12, null).contains(149)).isTrue();
        assertThat(new AgeBand(12, null).contains(11)).isFalse();
        assertThat(new AgeBand(null, 12).contains(0)).isTrue();
        assertThat(new AgeBand(null, 12).contains(12)).isFalse();
    }

    @Test
    void anUnknownAgeIsInTheBandOfEveryoneAlone() {
        assertThat(AgeBand.ALL.isLimited()).isFalse();
        assertThat(AgeBand.ALL.contains(null)).isTrue();
        assertThat(AgeBand.ALL.contains(40)).isTrue();
        assertThat(new AgeBand(0, null).contains(null)).isFalse();
        assertThat(new AgeBand(null, AgeBand.BEYOND).contains(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1,", "150,", ",0", ",151", "15,15", "15,12"})
    void nobodyIsInSomeBands(@Nullable Integer from, @Nullable Integer below) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeBand(from, below));
    }

    @ParameterizedTest
    @CsvSource({"0,", "149,", ",1", ",150", "14,15"})
    void theLimitsThemselvesAreAges(@Nullable Integer from, @Nullable Integer below) {
        assertThatCode(() -> new AgeBand(from, below)).doesNotThrowAnyException();
    }
}
