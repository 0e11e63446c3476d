package se.knutpunkt.eforms.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptFontsTest {

    /** What the field types write answers with, beyond letters and digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\u00A0234,50\u00A0kr",
                "−0,05\u00A0kr",
                "SEK\u00A01,234.50",
                "1 juni 2026 – 14 juni 2026",
                "kl. 09.30",
                "c/o Åsa Öberg",
                "Alvstad Ekeby S:1>2",
                "59.329300, 18.068600 (WGS 84)",
                "2,5 m³"
            })
    void haveASignForAllThatAnswersAreWrittenWith(String answer) {
        ReceiptFonts fonts = new ReceiptFonts();

        assertThat(fonts.printable(answer)).isEqualTo(answer);
        assertThat(fonts.hasReplaced()).isFalse();
    }
}
