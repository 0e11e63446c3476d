package se.knutpunkt.hub.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiaryNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"KS 2026/00412", "MN-2026-123", "2026-000412", "BUN.2026.7", "KS_2026:12", "Ö 1", "A 1"})
    void takesTheFormsThatDiariesUse(String number) {
        assertThat(new DiaryNumber(number).value()).isEqualTo(number);
    }

    @Test
    void stripsSpacesAround() {
        assertThat(new DiaryNumber("  KS 2026/1 ").value()).isEqualTo("KS 2026/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1", "KS", "diarienummer", "KS  2026", "<b>1</b>", "KS 2026\n1", "-12", "12-", "KS;1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatExceptionOfType(InvalidDiaryNumber.class).isThrownBy(() -> new DiaryNumber(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"196006172818", "19600617-2818", "600617-2818", "600617+2818", "6006172818"})
    void refusesAPersonalIdentityNumberTypedByMistake(String text) {
        assertThatExceptionOfType(InvalidDiaryNumber.class).isThrownBy(() -> new DiaryNumber(text));
    }

    @Test
    void takesFortyCharactersButNotFortyOne() {
        assertThat(new DiaryNumber("1".repeat(40)).value()).hasSize(40);
        assertThatExceptionOfType(InvalidDiaryNumber.class).isThrownBy(() -> new DiaryNumber("1".repeat(41)));
    }
}
