package se.knutpunkt.hub.event;

/** What became of one event of a group. */
sealed interface Result {

    /** It is kept, now or since before. */
    record Kept(Taken taken) implements Result {}

    /** Nothing of it is kept. */
    record Refused(EventRefused reason) implements Result {}

    /** The answer, or the refusal as it is thrown. */
    static Taken orThrow(Result result) {
        if (result instanceof Refused refused) {
            throw refused.reason();
        }
        return ((Kept) result).taken();
    }
}
