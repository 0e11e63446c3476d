package se.knutpunkt.eforms.submission;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.login.AssuranceLevel;

/** Whoever sees to it that line-of-business systems take over sent forms. */
public interface TakingOver {

    /**
     * A form that was just sent.
     *
     * @param submission row id
     * @param form last part of the form's address
     * @param caseType code of the case type
     * @param authority code of the authority that owns the case type
     * @param level how surely the sender is known; null without login
     */
    record JustSent(
            long submission,
            String form,
            OpenedCase opened,
            String caseType,
            String authority,
            @Nullable AssuranceLevel level) {}

    /**
     * Begins a hand-over in the submission's transaction where the form has a system that takes it over.
     *
     * @return whether one was begun; the registrar's queue is then not told
     */
    boolean begin(JustSent sent);
}
