package se.knutpunkt.hub.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets somebody see: the events of an authority about that person. It lifts the secrecy that protects the
 * person who gave it and nobody else (OSL 10:1, 12:2), so that what is marked, or keeps others' data, stays as it is.
 *
 * @param about code of the authority whose events
 * @param to code of the authority whose handlers may see them; null for the contact centre
 * @param until the last day, by the Swedish date
 */
public record Consent(String about, @Nullable String to, LocalDate until) {

    /**
     * @throws IllegalArgumentException for an authority's own events, which need no consent
     */
    public Consent {
        if (about.equals(to)) {
            throw new IllegalArgumentException("An authority sees its own");
        }
    }

    /** Whether the contact centre may see what an authority has. */
    public boolean letsContactCentreSee(String authority) {
        return to == null && about.equals(authority);
    }

    /** Whether the handlers of one authority may see what another has. */
    public boolean letsSee(String handlers, String authority) {
        return handlers.equals(to) && about.equals(authority);
    }
}
