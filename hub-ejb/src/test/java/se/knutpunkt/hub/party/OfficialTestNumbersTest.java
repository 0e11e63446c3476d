package se.knutpunkt.hub.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialTestNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "189001019802",
                "191202119150",
                "194005068095",
                "196006172818",
                "196408233234",
                "199004072394",
                "202312112382",
                "202002292387",
                "191401682396",
                "198512622393",
                "202309662381"
            })
    void areKnown(String number) {
        assertThat(OfficialTestNumbers.contains(IdentityNumber.person(number, TODAY)))
                .isTrue();
    }

    /** Worked examples of the agency's leaflets and of specifications, which are no test numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"191212121212", "197010632391"})
    void areNotWhatOnlyLooksLikeOne(String number) {
        assertThat(OfficialTestNumbers.contains(IdentityNumber.person(number, TODAY)))
                .isFalse();
    }

    @Test
    void areNoNumbersOfOrganisationsAndNoForeignIds() {
        assertThat(OfficialTestNumbers.contains(IdentityNumber.organisation("202100-6883")))
                .isFalse();
        assertThat(OfficialTestNumbers.contains(IdentityNumber.prid("NO:05068907693")))
                .isFalse();
    }
}
