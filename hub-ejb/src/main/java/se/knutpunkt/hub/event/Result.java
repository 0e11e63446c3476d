package se.knutpunkt.hub.event;

/** What became of one event of a group. */
sealed interface Result {

    /** It is kept, now or since before. */
    record Kept(Taken taken) implements Result {}

    /** Nothing of it is kept. */
    record Refused(EventRefused reason) implements Result {}

    /** A fault of ours: whether it is kept is not known. */
    record Failed(RuntimeException fault) implements Result {}

    /** The answer, or the refusal or fault as it is thrown. */
    static Taken orThrow(Result result) {
        if (result instanceof Failed failed) {
            throw failed.fault();
        }
        if (result instanceof Refused refused) {
            throw refused.reason();
        }
        return ((Kept) result).taken();
    }
}
