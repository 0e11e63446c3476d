package se.knutpunkt.hub.delivery;

import java.util.Optional;

/** Composes the messages of one kind. Implementations are {@code @ApplicationScoped} CDI beans. */
public interface MessageKind {

    /** The kind, unique in the application; lower case letters and dots, at most 40. */
    String kind();

    /**
     * The message of an item as it is to be sent now; empty when it is no longer to be sent, and then forgotten. Called
     * outside any transaction, before each try.
     *
     * @param endpoint where it will be sent
     * @param item as it was posted
     */
    Optional<Message> compose(long endpoint, String item);

    /** The receiver has taken it. Called once or, after a crash, more than once. */
    default void delivered(long endpoint, String item, Verdict.Delivered answer) {}
}
