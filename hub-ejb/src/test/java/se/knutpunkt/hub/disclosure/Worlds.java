package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;

/** Random policies and events, drawn so that lines meet, and what they are to the {@link Oracle}. */
final class Worlds {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final List<TypePlace> TYPES = List.of(
            new TypePlace("KUL", "OTHER", "kfn", null),
            new TypePlace("BIB", "OTHER", "kfn", "bibliotek"),
            new TypePlace("FÖR", "SCHOOL", "bun", "förskola"),
            new TypePlace("EHM", "PUPIL_HEALTH", "bun", "elevhälsa"),
            new TypePlace("SOC", "SOCIAL_SERVICES", "son", null),
            new TypePlace("FAM", "SOCIAL_SERVICES", "son", "familj"));
    static final List<String> KINDS = List.of("BESLUT", "INKOMMEN", "KLAR", "", EventClass.UNCOUNTED);
    static final List<String> PROVISIONS = List.of("", "OSL 26:1", "OSL 23:2", "OSL 21:1");
    private static final List<Integer> LIMITS = List.of(0, 1, 12, 13, 15, 16, 18, 21);

    private Worlds() {}

    static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static List<PolicyLine> lines(Random random) {
        List<PolicyLine> lines = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            lines.add(line(random, "R-" + i));
        }
        return lines;
    }

    private static PolicyLine line(Random random, String key) {
        TypePlace type = one(random, TYPES);
        Level level = one(random, List.of(Level.values()));
        String branch = type.branch();
        Place place = switch (level) {
            case MUNICIPALITY -> Place.MUNICIPALITY;
            case SECTOR -> new Place(level, type.sector());
            case AUTHORITY -> new Place(level, type.authority());
            case BRANCH -> branch == null ? Place.MUNICIPALITY : new Place(level, branch);
            case CASE_TYPE -> new Place(level, type.caseType());
        };
        return new PolicyLine(
                key,
                place,
                one(random, List.of(Capacity.values())),
                random.nextInt(3) == 0 ? ages(random) : AgeBand.ALL,
                random.nextInt(3) == 0 ? one(random, List.of("BESLUT", "INKOMMEN", "OVANLIG")) : null,
                random.nextInt(3) == 0
                        ? one(random, List.of(PolicyLine.ANY_MARKING, "OSL 26:1", "OSL 23:2", "OSL 25:1"))
                        : null,
                day(random),
                day(random),
                one(random, List.of(Degree.values())),
                new LegalGround("OSL", "8:1"),
                "");
    }

    private static AgeBand ages(Random random) {
        int from = one(random, LIMITS);
        int below = from + 1 + random.nextInt(6);
        return switch (random.nextInt(3)) {
            case 0 -> new AgeBand(from, null);
            case 1 -> new AgeBand(null, below);
            default -> new AgeBand(from, below);
        };
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextInt(4) == 0 ? TODAY.plusDays(random.nextInt(5) - 2L) : null;
    }

    /** Classes by their ids, with gaps; one of them of a case type that nobody registered. */
    static Map<Integer, EventClass> classes(Random random) {
        Map<Integer, EventClass> classes = new TreeMap<>();
        int id = 0;
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            id += 1 + random.nextInt(3);
            classes.put(
                    id,
                    new EventClass(
                            random.nextInt(12) == 0 ? "XYZ" : one(random, TYPES).caseType(),
                            one(random, KINDS),
                            random.nextInt(5) > 0,
                            one(random, PROVISIONS),
                            random.nextInt(6) == 0,
                            random.nextInt(8) == 0,
                            random.nextInt(8) == 0));
        }
        return classes;
    }

    static @Nullable Integer age(Random random) {
        return random.nextInt(8) == 0 ? null : one(random, List.of(0, 1, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 40));
    }

    static Viewer viewer(Capacity capacity) {
        if (capacity.isCitizen()) {
            return new Viewer.Citizen(new PartyId(1));
        }
        if (capacity.isStaff()) {
            return new Viewer.Staff("7");
        }
        return capacity == Capacity.SYSTEM ? new Viewer.Source("skola") : new Viewer.Anonymous();
    }

    static Purpose purpose(Random random, Capacity capacity) {
        if (capacity.isCitizen()) {
            return Purpose.MY_PAGES;
        }
        if (capacity.isStaff()) {
            return Purpose.YOUR_PAGES;
        }
        return capacity == Capacity.SYSTEM ? one(random, List.of(Purpose.ASK, Purpose.TELL)) : Purpose.OPEN;
    }

    static Oracle.Event described(EventFacts facts) {
        EventClass event = facts.event();
        About about = facts.about();
        TypePlace type = TYPES.stream()
                .filter(one -> one.caseType().equals(event.caseType()))
                .findFirst()
                .orElse(null);
        return new Oracle.Event(
                type == null
                        ? null
                        : new Oracle.Type(
                                type.caseType(),
                                type.sector(),
                                type.authority(),
                                type.branch() == null ? "-" : type.branch()),
                event.kind(),
                event.shown(),
                event.marking(),
                event.keptFromGuardian(),
                event.keepsReporter(),
                event.partyOnly(),
                about.isProtected(),
                about.otherProtected());
    }

    static Oracle.Looker described(Capacity capacity, Purpose purpose, ViewerFacts viewer) {
        return new Oracle.Looker(
                capacity.name().toUpperCase(Locale.ROOT),
                purpose.name(),
                viewer.covered(),
                viewer.isSender(),
                viewer.mayAsk(),
                viewer.opensProtected(),
                viewer.consented());
    }

    static List<Oracle.Rule> described(List<PolicyLine> lines) {
        return lines.stream()
                .map(line -> new Oracle.Rule(
                        line.key(),
                        line.place().level().name(),
                        line.place().code(),
                        line.capacity().name(),
                        line.ages().from(),
                        line.ages().below(),
                        line.eventKind() == null ? "" : line.eventKind(),
                        line.marking() == null ? "" : line.marking(),
                        line.from(),
                        line.until(),
                        line.degree().name()))
                .toList();
    }
}
