package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.EventClass;

/**
 * What a decision asks about an event and the persons in it.
 *
 * @param event what the policy asks of the event
 * @param about whom it concerns
 * @param viewer how the viewer stands to it
 */
record EventFacts(EventClass event, About about, ViewerFacts viewer) {

    /**
     * Whom it concerns.
     *
     * @param isProtected the person has protected personal data
     * @param otherProtected the other person in it has: the party, where it concerns somebody else
     * @param age of the person in whole years on this Swedish day; null when not known
     */
    record About(
            boolean isProtected,
            boolean otherProtected,
            @Nullable Integer age) {
        /** Somebody without protection, whose age is of no meaning. */
        static final About ANYONE = new About(false, false, null);

        /** Somebody of an age. */
        static About aged(@Nullable Integer age) {
            return new About(false, false, age);
        }
    }

    /**
     * How the viewer stands to it.
     *
     * @param covered the power of attorney or order covers the case type; of no meaning in other capacities
     * @param isSender the viewer is the system that sent it
     * @param mayAsk the viewer is a system with the right to ask about the case type
     * @param opensProtected the viewer is one of the few who may look at persons with protected data
     * @param consented the person has let the viewer see what the case type's authority has
     */
    record ViewerFacts(boolean covered, boolean isSender, boolean mayAsk, boolean opensProtected, boolean consented) {
        /** Somebody who reads their own, or acts for another. */
        static ViewerFacts citizen(boolean covered) {
            return new ViewerFacts(covered, false, false, false, false);
        }

        static ViewerFacts system(boolean isSender, boolean mayAsk) {
            return new ViewerFacts(false, isSender, mayAsk, false, false);
        }

        static ViewerFacts staff(boolean opensProtected, boolean consented) {
            return new ViewerFacts(false, false, false, opensProtected, consented);
        }
    }
}
