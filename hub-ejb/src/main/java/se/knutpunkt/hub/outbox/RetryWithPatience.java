package se.knutpunkt.hub.outbox;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries a failed task again for ever: after ten seconds, then twice as long each time, at most an hour. */
final class RetryWithPatience<T> implements FailureHandler<T> {

    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        int earlierFailures = complete.getExecution().consecutiveFailures;
        operations.reschedule(complete, complete.getTimeDone().plus(delayAfter(earlierFailures)));
    }

    /** How long to wait after a failure that follows the given number of failures in a row. */
    static Duration delayAfter(int earlierFailures) {
        // 2^9 * 10 s is past the hour; the cap also keeps the shift from overflowing
        Duration delay = FIRST.multipliedBy(1L << Math.min(earlierFailures, 9));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
