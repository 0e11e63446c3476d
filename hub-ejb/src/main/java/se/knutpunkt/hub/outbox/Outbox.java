package se.knutpunkt.hub.outbox;

import jakarta.ejb.Local;

/** Writes tasks that run after the caller's transaction has committed, and never if it rolls back. */
@Local
public interface Outbox {

    /**
     * Schedules the task inside the caller's transaction. A task of the same kind and key that has
     * not run yet is kept as it is: scheduling twice runs once.
     *
     * @throws UnknownOutboxKind when no {@link OutboxHandler} has the task's kind
     */
    void schedule(OutboxTask task);
}
