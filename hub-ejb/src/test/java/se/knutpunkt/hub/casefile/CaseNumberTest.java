package se.knutpunkt.hub.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void hasFiveDigitsAndMoreWhenAYearNeedsThem() {
        assertThat(CaseNumber.of("NED", 2026, 1)).isEqualTo("NED 2026-00001");
        assertThat(CaseNumber.of("FÖR", 2026, 99_999)).isEqualTo("FÖR 2026-99999");
        assertThat(CaseNumber.of("FÖR", 2026, 100_000)).isEqualTo("FÖR 2026-100000");
    }
}
