package se.knutpunkt.hub.outbox;

/**
 * Does the tasks of one kind. Implementations are {@code @ApplicationScoped} CDI beans and are found
 * at start; two of the same kind stop the start.
 */
public interface OutboxHandler {

    /** The kind of task this handler does, unique in the application. */
    String kind();

    /**
     * Does the task. Called outside any transaction, maybe more than once for the same key and on any
     * node: it must be idempotent, and must make no remote call while it holds a transaction. Any
     * exception means "again later".
     */
    void run(String key);
}
