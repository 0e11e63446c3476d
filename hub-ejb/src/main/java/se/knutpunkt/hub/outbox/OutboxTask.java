package se.knutpunkt.hub.outbox;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do after commit.
 *
 * @param kind which {@link OutboxHandler} does it, for instance {@code notification.mail}
 * @param key an internal id, at most 100 characters; stored in the clear, so never personal data
 * @param notBefore earliest time to run it; null means as soon as possible
 */
public record OutboxTask(String kind, String key, @Nullable Instant notBefore) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z.-]{1,60}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,100}");

    public OutboxTask {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of task: " + kind);
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of a task is 1 to 100 letters, digits or :._-");
        }
    }

    /** A task to run as soon as the transaction has committed. */
    public static OutboxTask of(String kind, String key) {
        return new OutboxTask(kind, key, null);
    }
}
