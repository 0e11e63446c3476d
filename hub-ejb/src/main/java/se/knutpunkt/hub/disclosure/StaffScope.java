package se.knutpunkt.hub.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
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
     * @param age of that person in whole years; null when not known
     */
    static StaffScope of(StaffReader reader, LookGround ground, PartyId about, @Nullable Integer age, Now now) {
        NavigableMap<Integer, Decision> decisions = new TreeMap<>();
        Map<Integer, Capacity> capacities = new HashMap<>();
        now.classes().forEach((id, event) -> {
            Capacity capacity = capacity(ground, event, now);
            Decision decision = decide(reader, capacity, event, age, now);
            if (decision.shows()) {
                decisions.put(id, decision);
                capacities.put(id, capacity);
            }
        });
        Whom whom = new Whom(about, ground.inside(), null, null);
        Scope scope = new Scope(
                whom, decisions, new TreeSet<>(), now.policy().version(), Set.of(), true, reader.opensProtected());
        return new StaffScope(ground, scope, capacities);
    }

    private static Decision decide(
            StaffReader reader, Capacity capacity, EventClass event, @Nullable Integer age, Now now) {
        // protection is no matter of the class: whoever is protected is NOBODY to all but the few
        EventFacts facts = new EventFacts(event, About.aged(age), ViewerFacts.staff(reader.opensProtected()));
        return Disclosure.decide(reader.viewer(), capacity, Purpose.YOUR_PAGES, facts, now.policy());
    }

    private static Capacity capacity(LookGround ground, EventClass event, Now now) {
        return ground.capacity(now.policy().placeOf(event.caseType()).orElse(null));
    }

    /** The capacity in which an event of a class is shown. */
    Capacity capacity(int classId) {
        return capacities.getOrDefault(classId, ground.inside());
    }
}
