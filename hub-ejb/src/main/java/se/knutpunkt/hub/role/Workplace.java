package se.knutpunkt.hub.role;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody works.
 *
 * @param authority code of the authority
 * @param branch code of the independent branch of it; null outside every branch
 * @param unit name of a unit in it, as delegations name it; null for none
 */
public record Workplace(
        String authority, @Nullable String branch, @Nullable String unit) {
    /** Longest name of a unit, in characters. */
    public static final int LONGEST_UNIT = 100;

    /** @throws IllegalArgumentException when the authority is missing, or the unit is no line of text */
    public Workplace {
        if (authority.isBlank() || (unit != null && isUnfitUnit(unit))) {
            throw new IllegalArgumentException(
                    "A workplace needs an authority, and a unit is a line of at most " + LONGEST_UNIT + " characters");
        }
    }

    /** Whether a text can be the name of a unit. */
    public static boolean isUnfitUnit(String text) {
        return text.isBlank() || text.length() > LONGEST_UNIT || text.chars().anyMatch(Character::isISOControl);
    }
}
