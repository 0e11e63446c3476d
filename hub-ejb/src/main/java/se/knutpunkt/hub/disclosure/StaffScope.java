package se.knutpunkt.hub.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;

/**
 * All that a staff member may see of one person by one ground: as a {@link Scope} is for citizens, made by the same
 * decision, with the capacity in which each class is looked at.
 *
 * @param capacities by the class's id, of those that show something
 */
record StaffScope(LookGround ground, Scope scope, Map<Integer, Capacity> capacities) {
    /** In the place of somebody who may not be looked at, or whom nobody knows: no row is about this one. */
    static final PartyId NOBODY = new PartyId(Long.MAX_VALUE);

    /**
     * The scope of a ground.
     *
     * @param about whom; {@link #NOBODY} where nothing may be told
     * @param person of whom is asked
     */
    static StaffScope of(StaffReader reader, LookGround ground, PartyId about, Person person, Now now) {
        NavigableMap<Integer, Decision> decisions = new TreeMap<>();
        NavigableMap<Integer, Decision> beside = new TreeMap<>();
        Map<Integer, Capacity> capacities = new HashMap<>();
        now.classes().forEach((id, event) -> {
            Capacity capacity = capacity(ground, event, now);
            Decision without = decide(reader, capacity, event, person.age(), false, now);
            Decision with = person.lets(ground, event, now)
                    ? decide(reader, capacity, event, person.age(), true, now)
                    : without;
            // what is shown whole without a consent is not shown by one, which would leave out what it can't open
            Decision decision = without.degree() == Degree.FULL ? without : with;
            if (decision.shows()) {
                decisions.put(id, decision);
                capacities.put(id, capacity);
            }
            // of nobody but who gave it; a consent never takes away what is shown without it
            if (decision.isByConsent() && without.shows()) {
                beside.put(id, without);
            }
        });
        Whom whom = new Whom(about, ground.inside(), null, null);
        Scope scope = new Scope(
                whom,
                decisions,
                beside,
                new TreeSet<>(),
                now.policy().version(),
                Set.of(),
                true,
                reader.opensProtected());
        return new StaffScope(ground, scope, capacities);
    }

    private static Decision decide(
            StaffReader reader,
            Capacity capacity,
            EventClass event,
            @Nullable Integer age,
            boolean consented,
            Now now) {
        // protection is no matter of the class: whoever is protected is NOBODY to all but the few
        EventFacts facts =
                new EventFacts(event, About.aged(age), ViewerFacts.staff(reader.opensProtected(), consented));
        return Disclosure.decide(reader.viewer(), capacity, Purpose.YOUR_PAGES, facts, now.policy());
    }

    /**
     * What is asked of the person.
     *
     * @param age in whole years; null when not known
     * @param consents those that hold
     */
    record Person(@Nullable Integer age, List<Consent> consents) {

        /** Whether the person lets those of a ground see what the authority of an event has. */
        private boolean lets(LookGround ground, EventClass event, Now now) {
            return now.policy()
                    .placeOf(event.caseType())
                    .filter(type -> consents.stream().anyMatch(one -> ground.isGiven(one, type)))
                    .isPresent();
        }
    }

    private static Capacity capacity(LookGround ground, EventClass event, Now now) {
        return ground.capacity(now.policy().placeOf(event.caseType()).orElse(null));
    }

    /** The capacity in which an event of a class is shown. */
    Capacity capacity(int classId) {
        return capacities.getOrDefault(classId, ground.inside());
    }
}
