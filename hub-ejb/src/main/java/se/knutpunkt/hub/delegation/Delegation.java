package se.knutpunkt.hub.delegation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an authority lets a unit or a staff member do with its cases.
 *
 * @param authority code of the authority that delegates
 * @param branch code of its branch that does; null for what lies in no branch
 * @param to who may
 * @param all whether it is of all case types of the authority or branch, those to come included
 * @param caseTypes codes of the case types; empty when it is of all, and never else
 * @param right what it lets them do
 * @param reference the decision, such as "BN 2026-11-03 § 88"
 * @param from first day, Swedish date
 * @param until last day; null until further notice
 */
public record Delegation(
        String authority,
        @Nullable String branch,
        Recipient to,
        boolean all,
        Set<String> caseTypes,
        Right right,
        String reference,
        LocalDate from,
        @Nullable LocalDate until) {
    /** Longest reference, in characters. */
    public static final int LONGEST_REFERENCE = 200;

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException when it names case types and is of all, or names none and is not; without a
     *     reference; or when it ends before it begins
     */
    public Delegation {
        caseTypes = Set.copyOf(caseTypes);
        reference = reference.strip();
        if (all != caseTypes.isEmpty()) {
            throw new IllegalArgumentException("A delegation names case types, or says that it is of all");
        }
        if (isUnfit(reference) || (until != null && until.isBefore(from))) {
            throw new IllegalArgumentException("A delegation has a reference, and ends when it has begun");
        }
    }

    /** Whether a text can be a reference. */
    public static boolean isUnfit(String reference) {
        return reference.isBlank()
                || reference.length() > LONGEST_REFERENCE
                || reference.chars().anyMatch(Character::isISOControl);
    }
}
