package se.knutpunkt.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {
    @Test
    void theNameIsWholeInUnicodeAndHarmlessInAscii() {
        assertThat(Download.disposition("Beslut om plats – åäö.pdf"))
                .isEqualTo("attachment; filename=\"Beslut om plats _ ___.pdf\";"
                        + " filename*=UTF-8''Beslut%20om%20plats%20%E2%80%93%20%C3%A5%C3%A4%C3%B6.pdf");
    }

    @Test
    void aNameCannotLeaveItsQuotesOrItsLine() {
        assertThat(Download.disposition("a\"; filename=b\r\nX: y"))
                .doesNotContain("\r", "\n")
                .startsWith("attachment; filename=\"a__ filename_b__X_ y\"; ");
    }
}
