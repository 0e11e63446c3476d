package se.knutpunkt.hub.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OutboxTaskTest {

    @Test
    void takesAKeyOfAHundredCharactersButNotOfAHundredAndOne() {
        assertThat(OutboxTask.of("notification.mail", "a".repeat(100)).notBefore())
                .isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> OutboxTask.of("notification.mail", "a".repeat(101)));
    }

    @Test
    void refusesTextAsKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> OutboxTask.of("notification.mail", "Anna A"));
        assertThatIllegalArgumentException().isThrownBy(() -> OutboxTask.of("notification.mail", ""));
    }

    @Test
    void refusesAKindThatIsNotAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> OutboxTask.of("Mail", "1"));
    }
}
