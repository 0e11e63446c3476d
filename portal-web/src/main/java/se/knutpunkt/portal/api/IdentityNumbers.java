package se.knutpunkt.portal.api;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.hub.event.RandomIds;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/**
 * Finds personal identity numbers where they must not be: envelope attributes and case numbers are stored and logged in
 * the clear (CloudEvents 1.0, Privacy).
 */
final class IdentityNumbers {

    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}(?![0-9])");

    private IdentityNumbers() {}

    /** Whether a valid personal or coordination number stands anywhere in the text, but for digits inside a UUID. */
    static boolean anyIn(String text, LocalDate today) {
        Matcher matcher = CANDIDATE.matcher(RandomIds.without(text));
        int from = 0;
        while (matcher.find(from)) {
            if (isPersonal(matcher.group(), today)) {
                return true;
            }
            from = matcher.start() + 1;
        }
        return false;
    }

    private static boolean isPersonal(String candidate, LocalDate today) {
        try {
            IdentityNumber.person(candidate, today);
            return true;
        } catch (InvalidIdentityNumber other) {
            return false;
        }
    }
}
