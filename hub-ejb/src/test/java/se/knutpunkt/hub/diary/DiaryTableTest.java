package se.knutpunkt.hub.diary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiaryTableTest {

    @Test
    void takesWildcardsOfASearchLiterally() {
        assertThat(DiaryTable.escaped("50 %_\\")).isEqualTo("50 \\%\\_\\\\");
    }

    @Test
    void namesEventsByTheCaseTypeInTheFormOfTheStandard() {
        assertThat(DiaryEvents.typeOf("nedskräpning-1", "DIARIEFORT"))
                .isEqualTo("KNUTPUNKT.NEDSKR_PNING_1.DIARIEFORT")
                .matches("[A-Z]+(?:\\.[A-Z0-9_]+){2,}");
    }
}
