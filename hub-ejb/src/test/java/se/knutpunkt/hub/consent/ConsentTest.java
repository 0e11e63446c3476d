package se.knutpunkt.hub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Instant GIVEN = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void opensForItsReceiverAlone() {
        Consent centre = new Consent("omsorg", null, LAST);
        assertThat(centre.letsContactCentreSee("omsorg")).isTrue();
        assertThat(centre.letsContactCentreSee("bygg")).isFalse();
        assertThat(centre.letsSee("bygg", "omsorg")).isFalse();
        Consent other = new Consent("omsorg", "bygg", LAST);
        assertThat(other.letsSee("bygg", "omsorg")).isTrue();
        assertThat(other.letsSee("omsorg", "bygg")).isFalse();
        assertThat(other.letsContactCentreSee("omsorg")).isFalse();
    }

    @Test
    void needsNoneForItsOwn() {
        assertThatThrownBy(() -> new Consent("omsorg", "omsorg", LAST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsThroughItsLastDayUnlessTakenBack() {
        KeptConsent kept = new KeptConsent(1, new Consent("omsorg", null, LAST), GIVEN, null);
        assertThat(kept.holds(LAST)).isTrue();
        assertThat(kept.holds(LAST.plusDays(1))).isFalse();
        assertThat(new KeptConsent(1, kept.consent(), GIVEN, GIVEN).holds(LAST)).isFalse();
    }
}
