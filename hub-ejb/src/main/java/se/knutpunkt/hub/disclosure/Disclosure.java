package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Policy;

/**
 * The decision itself: pure, closed unless a line of the policy opens. First the bars, which can only hide; then the
 * narrowest line that speaks of the event.
 */
final class Disclosure {

    /** Guardianship ends here (FB 6:2). */
    private static final int OF_MAJORITY = 18;

    private Disclosure() {}

    /** How much of an event a viewer may see in a capacity, for a purpose. */
    static Decision decide(Viewer viewer, Capacity capacity, Purpose purpose, EventFacts facts, Policy policy) {
        if (!mayLook(viewer, capacity, purpose)) {
            return Decision.hidden(capacity == Capacity.NONE ? Bar.NO_CAPACITY : Bar.VIEWER, policy.version());
        }
        if (capacity == Capacity.SYSTEM && facts.viewer().isSender() && purpose == Purpose.ASK) {
            // what it sent itself it knows (OSL 8:1 keeps it from others)
            return new Decision(Degree.FULL, "OWN_EVENT", policy.version(), new LegalGround("OSL", "8:1"));
        }
        Bar bar = bar(capacity, facts, policy);
        if (bar != null) {
            return Decision.hidden(bar, policy.version());
        }
        if (isOpenedByConsent(capacity, facts)) {
            return Decision.byConsent(policy.version());
        }
        return policy.line(capacity, facts.event(), facts.about().age())
                .map(line -> Decision.by(line, policy.version()))
                .orElseGet(() -> Decision.hidden(Bar.NO_LINE, policy.version()));
    }

    /**
     * A consent lifts what protects the person who gave it. A marking, who has reported, or what is the party's alone in
     * another's case may protect somebody else; so these stay as the policy has them.
     */
    private static boolean isOpenedByConsent(Capacity capacity, EventFacts facts) {
        EventClass event = facts.event();
        return facts.viewer().consented()
                && (capacity == Capacity.CONTACT_CENTRE || capacity == Capacity.OTHER_HANDLER)
                && event.marking().isEmpty()
                && !event.keepsReporter()
                && !event.partyOnly();
    }

    /** Each kind of viewer has its own capacities and purposes. */
    private static boolean mayLook(Viewer viewer, Capacity capacity, Purpose purpose) {
        if (viewer instanceof Viewer.Citizen) {
            return purpose == Purpose.MY_PAGES && capacity.isCitizen();
        }
        if (viewer instanceof Viewer.Source) {
            return (purpose == Purpose.ASK || purpose == Purpose.TELL) && capacity == Capacity.SYSTEM;
        }
        if (viewer instanceof Viewer.Staff) {
            return purpose == Purpose.YOUR_PAGES && capacity.isStaff();
        }
        return purpose == Purpose.OPEN && capacity == Capacity.PUBLIC;
    }

    private static @Nullable Bar bar(Capacity capacity, EventFacts facts, Policy policy) {
        EventClass event = facts.event();
        if (capacity == Capacity.SYSTEM && facts.viewer().isSender()) {
            return Bar.OWN_EVENT;
        }
        if (!event.shown() && !capacity.seesInternal()) {
            return Bar.NOT_SHOWN;
        }
        if (!policy.knows(event.caseType())) {
            return Bar.UNKNOWN_CASE_TYPE;
        }
        Bar ofPerson = ofPerson(capacity, facts);
        return ofPerson == null ? ofCapacity(capacity, facts) : ofPerson;
    }

    /** What protects somebody in the event, from everyone or from those near (OSL 12:3, 21:3, 26:5). */
    private static @Nullable Bar ofPerson(Capacity capacity, EventFacts facts) {
        boolean open = capacity == Capacity.SELF || facts.viewer().opensProtected();
        if (facts.about().isProtected() && !open) {
            return Bar.PROTECTED_IDENTITY;
        }
        EventClass event = facts.event();
        // what is the party's alone lies under the party, and may be of a child who is protected from that very party
        boolean openBeside = facts.viewer().opensProtected() || (capacity == Capacity.SELF && !event.partyOnly());
        if (facts.about().otherProtected() && !openBeside) {
            return Bar.OTHER_PROTECTED;
        }
        if (event.keepsReporter() && !capacity.isStaff()) {
            return Bar.REPORTER;
        }
        if (event.partyOnly() && capacity != Capacity.SELF && !capacity.isStaff()) {
            return Bar.PARTY_ONLY;
        }
        return event.keptFromGuardian() && capacity == Capacity.GUARDIAN ? Bar.KEPT_FROM_GUARDIAN : null;
    }

    private static @Nullable Bar ofCapacity(Capacity capacity, EventFacts facts) {
        return switch (capacity) {
            case GUARDIAN -> isMinor(facts.about().age()) ? null : Bar.NO_MINOR;
            case PROXY, TRUSTEE, COMPANY -> facts.viewer().covered() ? null : Bar.OUT_OF_SCOPE;
            case SYSTEM -> facts.viewer().mayAsk() ? null : Bar.NO_RIGHT_TO_ASK;
            case SELF, CONTACT_CENTRE, HANDLER, OTHER_HANDLER, REGISTRAR, AUDITOR, PUBLIC, NONE -> null;
        };
    }

    private static boolean isMinor(@Nullable Integer age) {
        return age != null && age < OF_MAJORITY;
    }
}
