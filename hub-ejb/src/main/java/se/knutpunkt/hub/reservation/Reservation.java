package se.knutpunkt.hub.reservation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.LegalGround;

/**
 * A decision by which an authority gives a party, or whoever acts for one, secret information on a condition: how it may be
 * passed on or used (OSL 10:4). It hides nothing and sends nothing.
 *
 * @param matter what it is of
 * @param to whom it binds
 * @param words what it says, as the person reads it
 * @param reference the decision, such as "BN 2026-11-03 § 88"
 * @param decided when it was decided, by the Swedish date
 * @param from first day
 * @param until last day; null until further notice
 */
public record Reservation(
        Matter matter,
        PartyId to,
        String words,
        String reference,
        LocalDate decided,
        LocalDate from,
        @Nullable LocalDate until) {
    /** What each of them rests on. */
    public static final LegalGround GROUND = new LegalGround("OSL", "10:4");

    /** Longest words, in characters. */
    public static final int LONGEST_WORDS = 500;

    /** Longest reference, in characters. */
    public static final int LONGEST_REFERENCE = 200;

    /**
     * Strips the texts.
     *
     * @throws IllegalArgumentException without words or a reference, or with too long ones; when it holds before it was
     *     decided, or ends before it begins
     */
    public Reservation {
        words = words.strip();
        reference = reference.strip();
        if (areUnfitWords(words) || isUnfitReference(reference)) {
            throw new IllegalArgumentException("A reservation has words and a reference");
        }
        if (from.isBefore(decided) || (until != null && until.isBefore(from))) {
            throw new IllegalArgumentException("A reservation holds from its decision on, and ends when it has begun");
        }
    }

    /** Whether a text cannot be the words, which may be of several lines. */
    public static boolean areUnfitWords(String text) {
        return text.isBlank()
                || text.strip().length() > LONGEST_WORDS
                || text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r');
    }

    /** Whether a text cannot be the reference of a decision. */
    public static boolean isUnfitReference(String text) {
        return text.isBlank()
                || text.strip().length() > LONGEST_REFERENCE
                || text.strip().chars().anyMatch(Character::isISOControl);
    }

    /** Whether it holds on a Swedish day, unless it was ended. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
