package se.knutpunkt.hub.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is kept of refused events, and for how long; checked when the application starts. */
@ApplicationScoped
public class LetterBounds {
    /** Largest document in bytes; the doors take none larger, but JSON may need more room than XML or CSV. */
    static final int DOCUMENT_BYTES = 2 * 1_048_576;

    private static final int MOST_PER_DAY = 10_000_000;
    private static final int MOST_DAYS = 3650;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEAD_LETTERS_PER_DAY", defaultValue = "10000")
    int perDay;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEAD_LETTER_BYTES_PER_DAY", defaultValue = "67108864")
    long bytesPerDay;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEAD_LETTER_DAYS", defaultValue = "90")
    int days;

    /** @throws IllegalArgumentException when a setting is out of its range */
    void check() {
        within("KNUTPUNKT_DEAD_LETTERS_PER_DAY", perDay, 0, MOST_PER_DAY);
        within("KNUTPUNKT_DEAD_LETTER_BYTES_PER_DAY", bytesPerDay, 0, Long.MAX_VALUE);
        within("KNUTPUNKT_DEAD_LETTER_DAYS", days, 1, MOST_DAYS);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is a whole number from " + least + " to " + most);
        }
    }

    /** So many letters a day and source. */
    int perDay() {
        return perDay;
    }

    /** So many bytes of documents a day and source. */
    long bytesPerDay() {
        return bytesPerDay;
    }

    /** How long a document is kept after it was last refused. */
    public Duration kept() {
        return Duration.ofDays(days);
    }
}
