package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.disclosure.Insight.Answer;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;

/** Asks the one decision in every capacity and at every age, of somebody who is not protected and an order that reaches. */
final class Answers {
    private static final int OLDEST = 120;

    private Answers() {}

    static List<Answer> all(EventClass event, Policy policy) {
        List<Answer> answers = new ArrayList<>();
        for (Capacity capacity : Capacity.values()) {
            if (capacity != Capacity.NONE) {
                answers.addAll(of(capacity, event, policy));
            }
        }
        return answers;
    }

    /** In one capacity: neighbouring ages of which the same line decides are one stretch. */
    static List<Answer> of(Capacity capacity, EventClass event, Policy policy) {
        if (capacity != Capacity.GUARDIAN && !policy.asksAge(capacity)) {
            return List.of(new Answer(capacity, AgeBand.ALL, decide(capacity, event, null, policy)));
        }
        List<Answer> answers = new ArrayList<>();
        int from = 0;
        Decision last = decide(capacity, event, 0, policy);
        for (int age = 1; age <= OLDEST; age++) {
            Decision here = decide(capacity, event, age, policy);
            if (!here.equals(last)) {
                answers.add(new Answer(capacity, new AgeBand(from == 0 ? null : from, age), last));
                from = age;
                last = here;
            }
        }
        answers.add(new Answer(capacity, from == 0 ? AgeBand.ALL : new AgeBand(from, null), last));
        return answers;
    }

    static Decision decide(Capacity capacity, EventClass event, @Nullable Integer age, Policy policy) {
        boolean system = capacity == Capacity.SYSTEM;
        EventFacts facts = new EventFacts(
                event, About.aged(age), system ? ViewerFacts.system(false, true) : ViewerFacts.citizen(true));
        if (system) {
            return Disclosure.decide(new Viewer.Source(""), capacity, Purpose.ASK, facts, policy);
        }
        if (capacity.isStaff()) {
            return Disclosure.decide(new Viewer.Staff(""), capacity, Purpose.YOUR_PAGES, facts, policy);
        }
        return capacity.isCitizen()
                ? Disclosure.decide(new Viewer.Citizen(new PartyId(1)), capacity, Purpose.MY_PAGES, facts, policy)
                : Disclosure.decide(new Viewer.Anonymous(), capacity, Purpose.OPEN, facts, policy);
    }
}
