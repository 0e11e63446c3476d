package se.knutpunkt.hub.access;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * One look at something.
 *
 * @param who {@code party:7} for a citizen, {@code staff:…} for staff, {@code source:…} for a system
 * @param capacity in what role, for instance {@code SELF} or {@code REGISTRAR}
 * @param purpose why, for instance {@code MY_PAGES}
 * @param what the thing, for instance {@code event:…} or {@code case:…}; ids only, never content
 * @param about whom it concerns; null when nobody
 * @param rule id of the rule that let it through
 * @param basis on what ground and why, as staff said; null for others
 */
public record Look(
        String who,
        String capacity,
        String purpose,
        String what,
        @Nullable PartyId about,
        String rule,
        @Nullable Basis basis) {

    /** A look that needs no reason. */
    public Look(String who, String capacity, String purpose, String what, @Nullable PartyId about, String rule) {
        this(who, capacity, purpose, what, about, rule, null);
    }

    /**
     * On what ground staff look, and why.
     *
     * @param ground an authority, or a delegation with its reference; at most 300 characters
     * @param reason a code
     * @param note words or a case number of theirs, at most 200 characters; kept sealed
     */
    public record Basis(String ground, String reason, String note) {}
}
