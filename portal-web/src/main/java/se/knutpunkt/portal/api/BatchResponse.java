package se.knutpunkt.portal.api;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.SourceSystem;

/**
 * The response to many events. Whatever happens on the way, each event that was read has its result, and those without one
 * come after the place where reading or taking ended.
 */
final class BatchResponse {

    private static final int MULTI_STATUS = 207;

    private final BatchAnswer answer;
    private final String requestId;

    BatchResponse(BatchAnswer answer, String requestId) {
        this.answer = answer;
        this.requestId = requestId;
    }

    /**
     * A finished answer.
     *
     * @param status 207 when an event was refused, or did not get as far as being taken
     * @param body to be closed when sent
     */
    record Finished(int status, Spool body) {

        /** SOAP knows no other status for an answer than 200. */
        Finished withStatus(int other) {
            return new Finished(other, body);
        }

        Answer answer(String mediaType) {
            return new Answer(status, mediaType, Map.of(), out -> {
                try (body) {
                    body.sendTo(out);
                }
            });
        }
    }

    /** How many events have a result. */
    int results() {
        return answer.results();
    }

    /**
     * Takes the events.
     *
     * @throws ProblemException when no event has a result
     */
    Finished take(EventDoor door, SourceSystem source, EventStream events, MeteredStream body) throws IOException {
        Problem cut = takeAll(door, source, events);
        if (cut != null) {
            body.drain();
            if (answer.results() == 0) {
                throw new ProblemException(cut);
            }
        }
        return new Finished(cut != null || answer.anyRefused() ? MULTI_STATUS : 200, answer.end(cut, requestId));
    }

    private @Nullable Problem takeAll(EventDoor door, SourceSystem source, EventStream events) throws IOException {
        try {
            return door.takeAll(source, events, answer);
        } catch (RuntimeException fault) {
            // not left to the mapper: what was taken before must be told
            return FaultMapper.logged(
                    fault,
                    requestId,
                    "Events without a result may be kept or not. Send them again, with the same ids.");
        }
    }
}
