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
        assertThat(centre.letsContactCentreSee("omsorg", null)).isTrue();
        assertThat(centre.letsContactCentreSee("bygg", null)).isFalse();
        assertThat(centre.letsSee("bygg", null, "omsorg", null)).isFalse();
        Consent other = new Consent("omsorg", "bygg", LAST);
        assertThat(other.letsSee("bygg", null, "omsorg", null)).isTrue();
        assertThat(other.letsSee("omsorg", null, "bygg", null)).isFalse();
        assertThat(other.letsContactCentreSee("omsorg", null)).isFalse();
    }

    @Test
    void crossesNoBoundaryOfABranchThatItDoesNotName() {
        Consent centre = new Consent("omsorg", null, LAST);
        assertThat(centre.letsContactCentreSee("omsorg", "äldre")).isFalse();
        Consent ofBranch = new Consent("omsorg", "äldre", null, null, LAST);
        assertThat(ofBranch.letsContactCentreSee("omsorg", "äldre")).isTrue();
        assertThat(ofBranch.letsContactCentreSee("omsorg", null)).isFalse();
        assertThat(ofBranch.letsContactCentreSee("omsorg", "barn")).isFalse();

        Consent other = new Consent("omsorg", "bygg", LAST);
        assertThat(other.letsSee("bygg", "gator", "omsorg", null)).isFalse();
        assertThat(other.letsSee("bygg", null, "omsorg", "äldre")).isFalse();
        Consent within = new Consent("omsorg", null, "omsorg", "äldre", LAST);
        assertThat(within.letsSee("omsorg", "äldre", "omsorg", null)).isTrue();
        assertThat(within.letsSee("omsorg", null, "omsorg", "äldre")).isFalse();
    }

    @Test
    void needsNoneForItsOwn() {
        assertThatThrownBy(() -> new Consent("omsorg", "omsorg", LAST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Consent("omsorg", "äldre", "omsorg", "äldre", LAST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Consent("omsorg", null, null, "äldre", LAST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsThroughItsLastDayUnlessTakenBack() {
        KeptConsent kept = new KeptConsent(1, new Consent("omsorg", null, LAST), GIVEN, null);
        assertThat(kept.holds(LAST)).isTrue();
        assertThat(kept.holds(LAST.plusDays(1))).isFalse();
        assertThat(new KeptConsent(1, kept.consent(), GIVEN, GIVEN).holds(LAST)).isFalse();
    }
}
