package se.knutpunkt.portal.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.LineFault;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.PolicyRules;
import se.knutpunkt.portal.page.Visit;

/**
 * A rule as it was typed, right or wrong.
 *
 * @param typed by the names of the controls
 */
public record PolicyForm(Map<String, String> typed) {
    /** The longest reason, in characters. */
    static final int LONGEST_REASON = 500;

    /** The choice of all events; a choice without a value would send its words. */
    static final String ANY_EVENT = "alla";

    static final String KEY = "nyckel";
    static final String PLACE = "plats";
    static final String WHO = "vem";
    static final String FROM_AGE = "alder-fran";
    static final String TO_AGE = "alder-till";
    static final String KIND = "slag";
    static final String MARKING = "markning";
    static final String FROM = "fran";
    static final String UNTIL = "till";
    static final String DEGREE = "grad";
    static final String LAW = "lag";
    static final String SECTION = "lagrum";
    static final String WORDS = "ord";
    static final String REASON = "skal";
    static final String VERSION = "version";

    /** Room for what is too long by a little, so that it is told and not cut in silence. */
    private static final int ROOM = 20;

    private static final int USUAL = 100;
    private static final Map<String, Integer> LONGEST =
            Map.of(WORDS, PolicyRules.LONGEST_WORDS, REASON, LONGEST_REASON);

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            KEY, PLACE, WHO, FROM_AGE, TO_AGE, MARKING, KIND, DEGREE, LAW, SECTION, WORDS, FROM, UNTIL, REASON,
            VERSION);

    private static final Pattern AGE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) implements Comparable<Fault> {
        @Override
        public int compareTo(Fault other) {
            return Integer.compare(FIELDS.indexOf(field), FIELDS.indexOf(other.field));
        }
    }

    /** Copies the map. */
    public PolicyForm {
        typed = Map.copyOf(typed);
    }

    static PolicyForm of(Visit visit) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, cut(field, visit.value(field).orElse(""))));
        return new PolicyForm(typed);
    }

    private static String cut(String field, String typed) {
        String text = typed.strip().replace("\r\n", "\n");
        int longest = LONGEST.getOrDefault(field, USUAL) + ROOM;
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** An empty form for a new rule. */
    static PolicyForm fresh(int version) {
        return new PolicyForm(
                Map.of(PLACE, code(Place.MUNICIPALITY), MARKING, ANY_EVENT, VERSION, Integer.toString(version)));
    }

    /** A rule as it would be typed. */
    static PolicyForm of(PolicyLine line, int version) {
        Map<String, String> typed = new LinkedHashMap<>();
        Integer below = line.ages().below();
        typed.put(KEY, line.key());
        typed.put(PLACE, code(line.place()));
        typed.put(WHO, line.capacity().name());
        typed.put(FROM_AGE, orEmpty(line.ages().from()));
        typed.put(TO_AGE, below == null ? "" : Integer.toString(below - 1));
        typed.put(KIND, orEmpty(line.eventKind()));
        typed.put(MARKING, line.marking() == null ? ANY_EVENT : line.marking());
        typed.put(FROM, orEmpty(line.from()));
        typed.put(UNTIL, orEmpty(line.until()));
        typed.put(DEGREE, line.degree().name());
        typed.put(LAW, line.ground().law());
        typed.put(SECTION, line.ground().section());
        typed.put(WORDS, line.words());
        typed.put(VERSION, Integer.toString(version));
        return new PolicyForm(typed);
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What was typed in a control. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    PolicyForm with(String field, String text) {
        Map<String, String> other = new LinkedHashMap<>(typed);
        other.put(field, text);
        return new PolicyForm(other);
    }

    String reason() {
        return text(REASON);
    }

    /** The version of the rules that was shown; 0 when that is no number. */
    int version() {
        return NUMBER.matcher(text(VERSION)).matches() ? Integer.parseInt(text(VERSION)) : 0;
    }

    /** What cannot be read as a rule at all, and what is wrong with the reason; the hub says what else is wrong. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (place(text(PLACE)).isEmpty()) {
            faults.add(new Fault(PLACE, "policy.fault.PLACE"));
        }
        faults.addAll(ageFaults());
        for (String field : List.of(FROM, UNTIL)) {
            if (!text(field).isEmpty() && date(text(field)) == null) {
                faults.add(new Fault(field, "policy.fault.date"));
            }
        }
        if (degree().isEmpty()) {
            faults.add(new Fault(DEGREE, "policy.fault.degree"));
        }
        reasonFault().ifPresent(faults::add);
        return faults;
    }

    private List<Fault> ageFaults() {
        List<Fault> faults = new ArrayList<>();
        for (String field : List.of(FROM_AGE, TO_AGE)) {
            if (!text(field).isEmpty() && age(field) == null) {
                faults.add(new Fault(field, "policy.fault.age"));
            }
        }
        Integer from = age(FROM_AGE);
        Integer to = age(TO_AGE);
        if (from != null && to != null && from > to) {
            faults.add(new Fault(TO_AGE, "policy.fault.age.order"));
        }
        return faults;
    }

    Optional<Fault> reasonFault() {
        return reasonFault(reason());
    }

    /** What is wrong with a reason of a change or of a decision. */
    static Optional<Fault> reasonFault(String reason) {
        if (reason.isBlank()) {
            return Optional.of(new Fault(REASON, "policy.fault.reason"));
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of(new Fault(REASON, "policy.fault.reason.long"))
                : Optional.empty();
    }

    /** Where a fault of the rule is told. */
    List<Fault> faults(LineFault.Kind kind) {
        String said = "policy.fault." + kind;
        return switch (kind) {
            case KEY, KEY_TWICE -> List.of(new Fault(KEY, said));
            case PLACE, SAME_AS_OTHER -> List.of(new Fault(PLACE, said));
            case CAPACITY -> List.of(new Fault(WHO, said));
            case AGES -> List.of(new Fault(FROM_AGE, said));
            case EVENT_KIND -> List.of(new Fault(KIND, said));
            case MARKING -> List.of(new Fault(MARKING, said));
            case DAYS -> List.of(new Fault(UNTIL, said));
            case GROUND -> groundFaults();
            case WORDS -> List.of(new Fault(WORDS, said));
        };
    }

    private List<Fault> groundFaults() {
        List<Fault> faults = new ArrayList<>();
        if (text(LAW).isEmpty() || text(LAW).length() > PolicyRules.LONGEST_LAW) {
            faults.add(new Fault(LAW, "policy.fault.law"));
        }
        if (text(SECTION).isEmpty() || text(SECTION).length() > PolicyRules.LONGEST_SECTION) {
            faults.add(new Fault(SECTION, "policy.fault.section"));
        }
        return faults;
    }

    /** The rule; what {@link #faults()} tells of is as wide or as strict as can be. */
    PolicyLine line() {
        return new PolicyLine(
                text(KEY),
                place(text(PLACE)).orElse(Place.MUNICIPALITY),
                capacity(text(WHO)).orElse(Capacity.NONE),
                ages(),
                orNull(text(KIND).toUpperCase(Locale.ROOT)),
                text(MARKING).equals(ANY_EVENT) ? null : text(MARKING),
                date(text(FROM)),
                date(text(UNTIL)),
                degree().orElse(Degree.HIDDEN),
                new LegalGround(text(LAW), text(SECTION)),
                text(WORDS));
    }

    private AgeBand ages() {
        Integer to = age(TO_AGE);
        return ageFaults().isEmpty()
                ? new AgeBand(age(FROM_AGE), to == null ? null : Integer.valueOf(to + 1))
                : AgeBand.ALL;
    }

    private @Nullable Integer age(String field) {
        if (!AGE.matcher(text(field)).matches()) {
            return null;
        }
        int age = Integer.parseInt(text(field));
        return age < AgeBand.BEYOND ? age : null;
    }

    private Optional<Degree> degree() {
        return Arrays.stream(Degree.values())
                .filter(degree -> degree.name().equals(text(DEGREE)))
                .findFirst();
    }

    static Optional<Capacity> capacity(String name) {
        return Arrays.stream(Capacity.values())
                .filter(capacity -> capacity.name().equals(name))
                .findFirst();
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A place as the value of a choice. */
    static String code(Place place) {
        return place.level() + ":" + place.code();
    }

    /** The place of a choice; empty when it is none. */
    static Optional<Place> place(String code) {
        int colon = code.indexOf(':');
        String rest = code.substring(colon + 1);
        return Arrays.stream(Level.values())
                .filter(level -> colon > 0 && level.name().equals(code.substring(0, colon)))
                .filter(level -> (level == Level.MUNICIPALITY) == rest.isEmpty())
                .map(level -> new Place(level, rest))
                .findFirst();
    }
}
