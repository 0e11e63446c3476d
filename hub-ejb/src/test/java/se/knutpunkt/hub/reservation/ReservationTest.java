package se.knutpunkt.hub.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.party.PartyId;

class ReservationTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 20);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 24);
    private static final Instant WHEN = Instant.parse("2026-11-23T08:00:00Z");
    private static final Matter EVENT = new Matter("kfn", null, 1, 2, Reach.EVENT, null);

    private static Reservation reservation(
            String words, String reference, LocalDate decided, LocalDate from, @Nullable LocalDate until) {
        return new Reservation(EVENT, new PartyId(3), words, reference, decided, from, until);
    }

    private static KeptReservation kept(@Nullable LocalDate until, @Nullable Instant ended) {
        return new KeptReservation(
                1, reservation("Inte vidare.", "KFN § 1", DECIDED, FIRST, until), WHEN, "A", ended, null, null);
    }

    @Test
    void holdsFromItsFirstDayThroughItsLast() {
        KeptReservation one = kept(LAST, null);
        assertThat(one.on(FIRST.minusDays(1))).isEqualTo(KeptReservation.State.COMING);
        assertThat(one.on(FIRST)).isEqualTo(KeptReservation.State.LIVING);
        assertThat(one.on(LAST)).isEqualTo(KeptReservation.State.LIVING);
        assertThat(one.on(LAST.plusDays(1))).isEqualTo(KeptReservation.State.LAPSED);
        assertThat(kept(null, null).on(LAST.plusYears(9))).isEqualTo(KeptReservation.State.LIVING);
        assertThat(kept(null, WHEN).on(FIRST)).isEqualTo(KeptReservation.State.ENDED);
        assertThat(one.isOpen(FIRST.minusDays(1))).isTrue();
        assertThat(one.isOpen(LAST)).isTrue();
        assertThat(one.isOpen(LAST.plusDays(1))).isFalse();
        assertThat(kept(null, WHEN).isOpen(FIRST)).isFalse();
    }

    @Test
    void hasWordsADecisionAndDaysInOrder() {
        assertThat(reservation(" Inte\nvidare. ", " KFN § 1 ", FIRST, FIRST, FIRST)
                        .words())
                .isEqualTo("Inte\nvidare.");
        for (String unfit : new String[] {"", "  ", "a".repeat(501), "a\u0000b"}) {
            assertRefused(() -> reservation(unfit, "KFN § 1", DECIDED, FIRST, null));
        }
        for (String unfit : new String[] {"", "  ", "a".repeat(201), "a\nb"}) {
            assertRefused(() -> reservation("Inte vidare.", unfit, DECIDED, FIRST, null));
        }
        assertRefused(() -> reservation("Inte vidare.", "KFN § 1", FIRST, DECIDED, null));
        assertRefused(() -> reservation("Inte vidare.", "KFN § 1", DECIDED, FIRST, FIRST.minusDays(1)));
    }

    @Test
    void namesADocumentWhenItIsOfOneAndElseNone() {
        assertThat(new Matter("kfn", null, 1, 2, Reach.DOCUMENT, 4).document()).isEqualTo(4);
        assertRefused(() -> new Matter("kfn", null, 1, 2, Reach.DOCUMENT, null));
        assertRefused(() -> new Matter("kfn", null, 1, 2, Reach.EVENT, 4));
        assertRefused(() -> new Matter("kfn", null, 1, 2, Reach.CASE, 4));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
    }
}
