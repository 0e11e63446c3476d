package se.knutpunkt.hub.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.outbox.OutboxTask;
import se.knutpunkt.hub.party.PartyId;

class OutboxNotificationsTest {

    private static final PartyId PARTY = new PartyId(7);

    @Test
    void gathersTheNewsOfAMinuteInOneNotice() {
        OutboxTask first = OutboxNotifications.noticeOf(PARTY, Instant.parse("2026-11-22T09:30:00Z"));
        OutboxTask last = OutboxNotifications.noticeOf(PARTY, Instant.parse("2026-11-22T09:30:59.999999Z"));
        OutboxTask next = OutboxNotifications.noticeOf(PARTY, Instant.parse("2026-11-22T09:31:00Z"));
        assertThat(last).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
    }

    @Test
    void waitsUntilTheMinuteIsOver() {
        assertThat(OutboxNotifications.noticeOf(PARTY, Instant.parse("2026-11-22T09:30:12Z"))
                        .notBefore())
                .isEqualTo("2026-11-22T09:31:00Z");
    }

    @Test
    void keepsNotThePersonButTheIdInTheKey() {
        OutboxTask task = OutboxNotifications.noticeOf(PARTY, Instant.parse("2026-11-22T09:30:12Z"));
        assertThat(OutboxNotifications.partyOf(task.key())).isEqualTo(PARTY);
    }
}
