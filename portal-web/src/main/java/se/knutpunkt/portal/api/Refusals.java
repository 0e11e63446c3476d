package se.knutpunkt.portal.api;

import java.util.List;
import se.knutpunkt.hub.event.EventRefused;

/** Tells the hub's refusals as problems. */
final class Refusals {

    private Refusals() {}

    /**
     * A refusal as a problem.
     *
     * @param root where in the document the problem's pointers begin, as {@link ReadEvent} tells it
     */
    static Problem problem(EventRefused refused, String root) {
        if (!refused.place().isEmpty()) {
            String data = root.isEmpty() ? "/data" : "";
            return Problem.invalid(List.of(new Fault(data + refused.place(), refused.getMessage() + ".")));
        }
        ProblemType type = switch (refused.reason()) {
            case UNKNOWN_CASE_TYPE -> ProblemType.UNKNOWN_CASE_TYPE;
            case NOT_AUTHORISED -> ProblemType.CASE_TYPE_NOT_YOURS;
            case INVALID -> ProblemType.INVALID_EVENT;
            case CONFLICTING -> ProblemType.EVENT_CONFLICT;
            case CASE_OF_OTHER_TYPE -> ProblemType.CASE_CONFLICT;
        };
        return Problem.of(type, refused.getMessage() + ".");
    }
}
