package se.knutpunkt.portal.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"NED 2026-00017", "MILJÖ-2026-17", "2026:17/4", "M_7.1"})
    void caseNumbersMayStandInAnAddress(String typed) {
        assertThat(ListFilter.number("  " + typed + " ")).hasValue(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "19600617-2818", "196006172818", "600617+2818", "Anna 600617 2818", "a@b.se", "<x>", "x\ny%"
            })
    void nothingPersonalDoes(String typed) {
        assertThat(ListFilter.number(typed)).isEmpty();
    }
}
