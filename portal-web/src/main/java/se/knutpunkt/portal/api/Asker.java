package se.knutpunkt.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import se.knutpunkt.hub.disclosure.InvalidCursor;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.source.Sender;

/** Lets systems ask, by the same gate as they send; a question that cannot be answered is counted as what was refused. */
@ApplicationScoped
class Asker {

    @Inject
    IntakeGate gate;

    /** Answers the system that the request comes from. */
    <T> T ask(HttpServletRequest request, Function<Viewer.Source, T> question) {
        Sender sender = gate.enter(request);
        try {
            return question.apply(new Viewer.Source(sender.source().code()));
        } catch (InvalidCursor wrong) {
            ProblemException told = Questions.wrongCursor();
            gate.refused(sender.source(), told.problem());
            throw told;
        } catch (ProblemException refused) {
            // that a case is not there is an answer, and nothing to mend at the sender
            if (refused.problem().type() != ProblemType.NO_SUCH_CASE) {
                gate.refused(sender.source(), refused.problem());
            }
            throw refused;
        }
    }
}
