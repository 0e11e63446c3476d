package se.knutpunkt.hub.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to send. */
public sealed interface Verdict {

    /**
     * The receiver has taken it.
     *
     * @param body the first 64 KiB of the answer; from outside, never to be logged
     */
    @SuppressWarnings("ArrayRecordComponent") // read and dropped
    record Delivered(int status, byte[] body) implements Verdict {}

    /**
     * It may be taken later.
     *
     * @param pause how long the receiver wants to be left alone; null when it does not say
     */
    record Later(Failure failure, @Nullable Duration pause) implements Verdict {}

    /**
     * The receiver will not have this message, whenever it is sent.
     *
     * @param body the first 64 KiB of the answer, where it may say why; from outside, never to be logged
     */
    @SuppressWarnings("ArrayRecordComponent") // read and dropped
    record Refused(Failure failure, byte[] body) implements Verdict {}
}
