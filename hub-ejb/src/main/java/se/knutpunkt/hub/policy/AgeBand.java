package se.knutpunkt.hub.policy;

import org.jspecify.annotations.Nullable;

/**
 * Ages in whole years, of the person whom an event concerns.
 *
 * @param from the youngest; null for no limit
 * @param below younger than this; null for no limit
 */
public record AgeBand(@Nullable Integer from, @Nullable Integer below) {
    /** Everyone, also whoever's age is not known. */
    public static final AgeBand ALL = new AgeBand(null, null);

    /** Nobody lives to this age. */
    public static final int BEYOND = 150;

    /** @throws IllegalArgumentException when nobody is in it */
    public AgeBand {
        if ((from != null && (from < 0 || from >= BEYOND)) || (below != null && (below < 1 || below > BEYOND))) {
            throw new IllegalArgumentException("An age is a number of years");
        }
        if (from != null && below != null && from >= below) {
            throw new IllegalArgumentException("The lower age is not below the higher");
        }
    }

    /** Whether it has a limit. */
    public boolean isLimited() {
        return from != null || below != null;
    }

    /** Whether an age is in it; one that is not known is in none that has a limit. */
    public boolean contains(@Nullable Integer age) {
        if (age == null) {
            return !isLimited();
        }
        return (from == null || age >= from) && (below == null || age < below);
    }
}
