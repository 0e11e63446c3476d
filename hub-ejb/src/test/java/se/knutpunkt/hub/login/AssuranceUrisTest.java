package se.knutpunkt.hub.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssuranceUrisTest {
    private static final String SWEDISH = "http://id.elegnamnden.se/loa/1.0/";
    private static final String SWEDEN_CONNECT = "http://id.swedenconnect.se/loa/1.0/";

    @ParameterizedTest
    @CsvSource({
        "LOA1, LOA1, true", "LOA1, LOA2, false", "LOA2, LOA2, true", "LOA2, LOA3, false",
        "LOA3, LOA2, true", "LOA3, LOA3, true", "LOA3, LOA4, false", "LOA4, LOA3, true"
    })
    void aHigherLevelReachesALowerNeed(AssuranceLevel level, AssuranceLevel need, boolean reaches) {
        assertThat(level.reaches(need)).isEqualTo(reaches);
    }

    @ParameterizedTest
    @CsvSource({
        "loa1, LOA1",
        "loa2, LOA2",
        "loa3, LOA3",
        "loa4, LOA4",
        "eidas-low, LOA2",
        "eidas-sub, LOA3",
        "eidas-high, LOA4",
        "eidas-nf-low, LOA2",
        "eidas-nf-sub, LOA3",
        "eidas-nf-high, LOA4",
        "loa2-nonresident, LOA2",
        "loa3-nonresident, LOA3",
        "loa4-nonresident, LOA4",
        "uncertified-loa2, LOA2",
        "uncertified-loa3, LOA3",
        "uncertified-eidas-low, LOA2",
        "uncertified-eidas-sub, LOA3",
        "uncertified-eidas-high, LOA4"
    })
    void readsEachNameOfTheFramework(String name, AssuranceLevel level) {
        assertThat(AssuranceUris.parse(name))
                .singleElement()
                .satisfies(uri -> assertThat(AssuranceUris.level(uri)).contains(level));
    }

    @Test
    void knowsNoLevelThatTheFrameworkHasRemovedOrNeverHad() {
        assertThat(AssuranceUris.level(SWEDISH + "loa3-sigmessage")).isEmpty();
        assertThat(AssuranceUris.level("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"))
                .isEmpty();
    }

    @Test
    void asksForWhatReachesTheNeedAndNothingForeignThatTheOperatorDoesNotAccept() {
        assertThat(AssuranceUris.asked(AssuranceLevel.LOA3, List.of()))
                .containsExactly(SWEDISH + "loa3", SWEDISH + "loa4");
        List<String> accepted =
                AssuranceUris.parse("loa3, eidas-nf-low, eidas-nf-sub, " + SWEDEN_CONNECT + "loa4-nonresident");
        assertThat(AssuranceUris.asked(AssuranceLevel.LOA3, accepted))
                .containsExactly(
                        SWEDISH + "loa3",
                        SWEDISH + "loa4",
                        SWEDISH + "eidas-nf-sub",
                        SWEDEN_CONNECT + "loa4-nonresident");
        assertThat(AssuranceUris.asked(AssuranceLevel.LOA4, accepted))
                .containsExactly(SWEDISH + "loa4", SWEDEN_CONNECT + "loa4-nonresident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "loa5", "LOA3", "http://id.example.org/loa3", "a3"})
    void refusesAListWithoutLevelsOrWithUnknownOnes(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> AssuranceUris.parse(list));
    }
}
