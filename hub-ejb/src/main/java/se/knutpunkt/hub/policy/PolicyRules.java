package se.knutpunkt.hub.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.hub.secrecy.Provisions;

/** What a line must be to stand in the policy; the same for pages and files. */
public final class PolicyRules {
    /** The longest reading, in characters. */
    public static final int LONGEST_WORDS = 500;

    /** The longest name of a law, in characters. */
    public static final int LONGEST_LAW = 40;

    /** The longest chapter and section, in characters. */
    public static final int LONGEST_SECTION = 60;

    private static final Pattern KEY = Pattern.compile("[A-ZÅÄÖa-zåäö0-9-]{2,40}");
    private static final Pattern KIND = Pattern.compile("[A-Z0-9_]{1,100}");

    private PolicyRules() {}

    /** What is wrong, line by line; empty when all may stand. */
    public static List<LineFault> faults(List<PolicyLine> lines, Collection<TypePlace> types) {
        List<LineFault> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<Object> spoken = new HashSet<>();
        for (PolicyLine line : lines) {
            for (LineFault.Kind kind : faultsOf(line, types)) {
                faults.add(new LineFault(line.key(), kind));
            }
            if (!keys.add(line.key())) {
                faults.add(new LineFault(line.key(), LineFault.Kind.KEY_TWICE));
            }
            if (!spoken.add(spokenOf(line))) {
                faults.add(new LineFault(line.key(), LineFault.Kind.SAME_AS_OTHER));
            }
        }
        return faults;
    }

    private static List<LineFault.Kind> faultsOf(PolicyLine line, Collection<TypePlace> types) {
        List<LineFault.Kind> faults = new ArrayList<>();
        if (!KEY.matcher(line.key()).matches()) {
            faults.add(LineFault.Kind.KEY);
        }
        if (!isRegistered(line.place(), types)) {
            faults.add(LineFault.Kind.PLACE);
        }
        if (line.capacity() == Capacity.NONE) {
            faults.add(LineFault.Kind.CAPACITY);
        }
        if (line.ages().isLimited() && line.capacity() != Capacity.GUARDIAN && line.capacity() != Capacity.SELF) {
            faults.add(LineFault.Kind.AGES);
        }
        if (line.eventKind() != null && !KIND.matcher(line.eventKind()).matches()) {
            faults.add(LineFault.Kind.EVENT_KIND);
        }
        if (line.marking() != null
                && !line.marking().equals(PolicyLine.ANY_MARKING)
                && !Provisions.shipped().marks(line.marking())) {
            faults.add(LineFault.Kind.MARKING);
        }
        if (line.from() != null && line.until() != null && line.until().isBefore(line.from())) {
            faults.add(LineFault.Kind.DAYS);
        }
        if (!isText(line.ground().law(), LONGEST_LAW) || !isText(line.ground().section(), LONGEST_SECTION)) {
            faults.add(LineFault.Kind.GROUND);
        }
        if (line.words().length() > LONGEST_WORDS) {
            faults.add(LineFault.Kind.WORDS);
        }
        return faults;
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    /** What a line speaks of; two that speak of the same differ in what they say alone. */
    private static Object spokenOf(PolicyLine line) {
        return List.of(
                line.place(),
                line.capacity(),
                line.ages(),
                Objects.toString(line.eventKind()),
                Objects.toString(line.marking()),
                Objects.toString(line.from()),
                Objects.toString(line.until()));
    }

    private static boolean isRegistered(Place place, Collection<TypePlace> types) {
        return switch (place.level()) {
            case MUNICIPALITY -> true;
            case SECTOR -> Sector.isOne(place.code());
            case AUTHORITY, BRANCH, CASE_TYPE -> types.stream().anyMatch(type -> type.isIn(place));
        };
    }
}
