package se.knutpunkt.hub.disclosure;

import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Represented;

/**
 * All that a reader may see of one person: the decision on each class of events, made once by {@link Disclosure}. List
 * queries take their conditions from it ({@link ScopeSql}), so that a list cannot show more than a single look.
 *
 * @param decisions those that show something, by the class's id
 * @param beside of classes that are shown because the person consents to it, those on events that hold another person
 *     too: as if there were no consent
 * @param alone ids of the classes of what is the party's alone: the protection of the other person holds there for the
 *     person too
 * @param version of the policy
 * @param caseTypes of whose plain events something is shown, whether there are any or not
 * @param internal what a source keeps from citizens is read too, where a decision on its class shows it
 * @param opensOther the protection of the other person hides nothing: for the few who may look at such persons
 */
record Scope(
        Whom whom,
        NavigableMap<Integer, Decision> decisions,
        NavigableMap<Integer, Decision> beside,
        NavigableSet<Integer> alone,
        int version,
        Set<String> caseTypes,
        boolean internal,
        boolean opensOther) {

    /** A citizen's. */
    Scope(
            Whom whom,
            NavigableMap<Integer, Decision> decisions,
            NavigableSet<Integer> alone,
            int version,
            Set<String> caseTypes) {
        this(whom, decisions, new TreeMap<>(), alone, version, caseTypes, false, false);
    }

    /** What the reader may see of what concerns the reader. */
    static Scope self(Viewer.Citizen reader, @Nullable Integer age, Now now) {
        Whom whom = new Whom(reader.party(), Capacity.SELF, null, null);
        return of(reader, whom, About.aged(age), now, type -> false);
    }

    /** What the reader may see of what concerns someone the reader may act for. */
    static Scope of(Viewer.Citizen reader, Represented represented, Now now) {
        Whom whom = new Whom(
                represented.party(), capacity(represented.relation()), represented.name(), represented.label());
        return of(reader, whom, About.aged(represented.age()), now, represented::covers);
    }

    static Capacity capacity(Relation relation) {
        return switch (relation) {
            case GUARDIAN -> Capacity.GUARDIAN;
            case PROXY -> Capacity.PROXY;
            case TRUSTEE -> Capacity.TRUSTEE;
        };
    }

    /** The decision on an event that holds nobody else; null when it is hidden. */
    @Nullable
    Decision decision(@Nullable Integer classId) {
        return decision(classId, false);
    }

    /**
     * The decision on an event; null when it is hidden.
     *
     * @param classId null for an event without a class, which nobody sees
     * @param holdsOther somebody else is in it too, who has consented to nothing
     */
    @Nullable
    Decision decision(@Nullable Integer classId, boolean holdsOther) {
        if (classId == null) {
            return null;
        }
        Decision decision = decisions.get(classId);
        return decision != null && holdsOther && decision.isByConsent() ? beside.get(classId) : decision;
    }

    /** Whether the protection of the other person hides an event of the class. */
    boolean heedsOther(int classId) {
        return !opensOther && (!whom.self() || alone.contains(classId));
    }

    /** Ids of the classes that are shown because the person consents to it, and not where they hold another person too. */
    NavigableSet<Integer> ownOnly() {
        NavigableSet<Integer> own = new TreeSet<>();
        decisions.forEach((id, decision) -> {
            if (decision.isByConsent() && !beside.containsKey(id)) {
                own.add(id);
            }
        });
        return own;
    }

    /** Its name in the access log. */
    String logName() {
        return "scope@" + version;
    }

    /** Whether nothing is shown. */
    boolean isEmpty() {
        return decisions.isEmpty();
    }

    /** The part of it of which there is something to read. */
    Scope readable() {
        return new Scope(whom, readable(decisions), readable(beside), alone, version, caseTypes, internal, opensOther);
    }

    private static NavigableMap<Integer, Decision> readable(NavigableMap<Integer, Decision> decisions) {
        NavigableMap<Integer, Decision> readable = new TreeMap<>(decisions);
        readable.values().removeIf(decision -> decision.degree() == Degree.EXISTS);
        return readable;
    }

    private static Scope of(Viewer.Citizen reader, Whom whom, About about, Now now, Predicate<String> covers) {
        NavigableMap<Integer, Decision> decisions = new TreeMap<>();
        NavigableSet<Integer> alone = new TreeSet<>();
        for (Map.Entry<Integer, EventClass> one : now.classes().entrySet()) {
            EventClass event = one.getValue();
            Decision decision = decide(reader, whom, facts(event, about, covers), now);
            if (decision.shows()) {
                decisions.put(one.getKey(), decision);
                if (event.partyOnly()) {
                    alone.add(one.getKey());
                }
            }
        }
        Set<String> caseTypes = now.policy().caseTypes().stream()
                .filter(type -> decide(reader, whom, facts(EventClass.plain(type), about, covers), now)
                        .shows())
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(whom, decisions, alone, now.policy().version(), caseTypes);
    }

    private static EventFacts facts(EventClass event, About about, Predicate<String> covers) {
        return new EventFacts(event, about, ViewerFacts.citizen(covers.test(event.caseType())));
    }

    private static Decision decide(Viewer.Citizen reader, Whom whom, EventFacts facts, Now now) {
        return Disclosure.decide(reader, whom.capacity(), Purpose.MY_PAGES, facts, now.policy());
    }
}
