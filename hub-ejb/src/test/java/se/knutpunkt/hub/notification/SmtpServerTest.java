package se.knutpunkt.hub.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @Test
    void readsHostPortAndLogin() {
        SmtpServer server = SmtpServer.parse("smtps://post%40kommun.example:hemligt+ord%21@mail.example:4650");
        assertThat(server).isEqualTo(new SmtpServer(true, "mail.example", 4650, "post@kommun.example", "hemligt+ord!"));
    }

    @Test
    void usesTheUsualPorts() {
        assertThat(SmtpServer.parse("smtp://mail.example").port()).isEqualTo(587);
        assertThat(SmtpServer.parse("smtps://mail.example").port()).isEqualTo(465);
    }

    @Test
    void requiresEncryptionBeyondThisMachine() {
        assertThat(SmtpServer.parse("smtp://mail.example").session())
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(SmtpServer.parse("smtp://127.0.0.1:2525").session())
                .doesNotContainKey("mail.smtp.starttls.required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example:25", "http://mail.example", "smtp://", "smtp://user@mail.example", "smtp://a b"})
    void refusesWhatIsNoMailServer(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse(address))
                .withMessageContaining("KNUTPUNKT_SMTP_URL");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(SmtpServer.parse("smtp://anna:hemligt@mail.example").toString())
                .isEqualTo("smtp://mail.example:587");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse("http://anna:hemligt@mail.example"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hemligt"));
    }
}
