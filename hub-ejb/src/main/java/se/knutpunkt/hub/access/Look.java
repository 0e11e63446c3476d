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
 */
public record Look(
        String who,
        String capacity,
        String purpose,
        String what,
        @Nullable PartyId about,
        String rule) {}
