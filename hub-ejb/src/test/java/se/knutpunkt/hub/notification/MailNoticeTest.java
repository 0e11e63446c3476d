package se.knutpunkt.hub.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailNoticeTest {

    private static final String MY_PAGES = "https://portal.example/mina-sidor";

    @Test
    void saysWhereToLogInAndNothingElse() {
        for (String language : new String[] {"sv", "en"}) {
            MailNotice notice = MailNotice.in(language, MY_PAGES);
            assertThat(notice.text()).contains(MY_PAGES);
            assertThat(notice.subject() + notice.text().replace(MY_PAGES, ""))
                    .doesNotContainPattern("[0-9]")
                    .doesNotContainIgnoringCase("ärende")
                    .doesNotContainIgnoringCase("case");
        }
    }

    @Test
    void fallsBackToSwedish() {
        assertThat(MailNotice.in("fi", MY_PAGES)).isEqualTo(MailNotice.in("sv", MY_PAGES));
    }
}
