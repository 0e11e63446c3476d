package se.knutpunkt.eforms.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.outbox.OutboxTask;

/** The tasks by which hand-overs are sent. */
final class HandoverTasks {

    static final String KIND = "handover.send";

    private HandoverTasks() {}

    /** The task of a try; one of an earlier try finds another number in the row and does nothing. */
    static OutboxTask of(String id, int tries, @Nullable Instant notBefore) {
        return new OutboxTask(KIND, id + ":" + tries, notBefore);
    }

    static String id(String key) {
        return key.substring(0, key.indexOf(':'));
    }

    static int tries(String key) {
        return Integer.parseInt(key.substring(key.indexOf(':') + 1));
    }
}
