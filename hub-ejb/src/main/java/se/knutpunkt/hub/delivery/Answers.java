package se.knutpunkt.hub.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a receiver's answer means. */
final class Answers {
    /**
     * Answers about the message itself: sent again as it is, it is refused again. What turns us away
     * ({@link Failure#isTurnedAway}) can be mended, and is tried a few times more.
     */
    private static final Set<Integer> ABOUT_THE_MESSAGE = Set.of(400, 406, 409, 411, 412, 413, 414, 415, 416, 417, 422);

    private static final int LONGEST_NUMBER = 9;

    private Answers() {}

    static Verdict verdict(int status, @Nullable String retryAfter, byte[] body, Instant now) {
        if (status / 100 == 2) {
            return new Verdict.Delivered(status, body);
        }
        Failure failure = new Failure(Failure.Kind.ANSWERED, status);
        return ABOUT_THE_MESSAGE.contains(status)
                ? new Verdict.Refused(failure, body)
                : new Verdict.Later(failure, wait(retryAfter, now));
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); null for neither. */
    private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String told = retryAfter.strip();
        if (told.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        try {
            Instant until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : null;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
