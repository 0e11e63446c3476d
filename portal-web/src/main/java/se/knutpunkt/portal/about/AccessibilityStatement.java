package se.knutpunkt.portal.about;

import java.time.LocalDate;
import java.util.List;
import se.knutpunkt.hub.register.Name;

/**
 * The accessibility statement as data: the eleven items that Digg asks for (lagen 2018:1937, 13 §). The first, the name
 * of the public actor, is the installation's own; the links to report and to complain are the same for everyone.
 *
 * @param service name of the digital service
 * @param barriers what is not accessible, and why; empty says that there is nothing
 * @param assessed when it was assessed
 * @param updated when the statement was last changed, not before it was assessed
 * @param method how it was assessed
 * @param undueBurden left out by 12 §, with reasons; empty says that nothing is
 * @param outsideLaw content that the act does not cover (9 §); empty says that there is none
 */
record AccessibilityStatement(
        Name service,
        Conformance conformance,
        List<Barrier> barriers,
        LocalDate assessed,
        LocalDate updated,
        Name method,
        List<LeftOut> undueBurden,
        List<LeftOut> outsideLaw) {

    /** The three wordings that Digg knows. */
    enum Conformance {
        FULL,
        PARTIAL,
        NONE
    }

    /** The situations of use by which Digg's template orders what is not accessible. */
    enum Situation {
        NO_VISION,
        LOW_VISION,
        NO_COLOUR,
        NO_HEARING,
        LOW_HEARING,
        NO_VOICE,
        LOW_DEXTERITY,
        LOW_REACH,
        FLICKER,
        COGNITION
    }

    /** Something that is not accessible: in which situation, what, why, and what to do instead. */
    record Barrier(Situation situation, Name what, Name why, Name instead) {}

    /** Content that need not be accessible, and the reasons. */
    record LeftOut(Name what, Name why) {}

    /** @throws StatementIncomplete when the wording and the list of barriers contradict each other, or the dates do */
    AccessibilityStatement {
        barriers = List.copyOf(barriers);
        undueBurden = List.copyOf(undueBurden);
        outsideLaw = List.copyOf(outsideLaw);
        if ((conformance == Conformance.FULL) != barriers.isEmpty()) {
            throw new StatementIncomplete("barriers: none if and only if the conformance is FULL");
        }
        if (updated.isBefore(assessed)) {
            throw new StatementIncomplete("updated: before assessed");
        }
    }
}
