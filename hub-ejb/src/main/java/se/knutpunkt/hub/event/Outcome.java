package se.knutpunkt.hub.event;

/** What became of one event of a batch. */
public sealed interface Outcome {

    /** The event's own id as the sender gave it. */
    String externalId();

    /** It is kept. */
    record Accepted(String externalId, Taken taken) implements Outcome {}

    /** It is not kept; nothing of it is. */
    record Refused(String externalId, EventRefused reason) implements Outcome {}
}
