package se.knutpunkt.hub.outbox;

import java.io.Serial;

/** A task was scheduled that nobody in this application can do. */
public final class UnknownOutboxKind extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownOutboxKind(String kind) {
        super("no outbox handler for tasks of kind " + kind);
    }
}
