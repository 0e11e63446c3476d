package se.knutpunkt.hub.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it was kept.
 *
 * @param id row id
 * @param takenBack when; null when it was not
 */
public record KeptConsent(
        long id, Consent consent, Instant given, @Nullable Instant takenBack) {

    /** Whether it holds on a day, by the Swedish date. */
    public boolean holds(LocalDate today) {
        return takenBack == null && !today.isAfter(consent.until());
    }
}
