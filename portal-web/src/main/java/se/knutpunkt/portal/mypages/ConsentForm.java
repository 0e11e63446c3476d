package se.knutpunkt.portal.mypages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.Visit;

/**
 * A consent as it was filled in, right or wrong.
 *
 * @param about the {@link Boundary} whose events
 * @param to the one that may see them, or {@link #CONTACT_CENTRE}
 * @param time how long, by the key of {@link #TIMES}
 */
record ConsentForm(String about, String to, String time) {
    /** No code of an authority. */
    static final String CONTACT_CENTRE = "*";

    /** How long a consent holds, in days, in the order of the page. */
    static final List<String> TIMES = List.of("manad", "halvar", "ar");

    static final ConsentForm EMPTY = new ConsentForm("", "", "");

    private static final Map<String, Integer> DAYS = Map.of("manad", 30, "halvar", 183, "ar", 365);
    private static final int LONGEST = 100;
    private static final String SEPARATOR = "\n";

    /** What is wrong with a field: its control's id and the key of what is said. */
    record Fault(String field, String key) {}

    static ConsentForm of(Visit visit) {
        return new ConsentForm(value(visit, "om"), value(visit, "till"), value(visit, "tid"));
    }

    private static String value(Visit visit, String name) {
        return visit.value(name)
                .filter(value -> value.length() <= LONGEST && !value.contains(SEPARATOR))
                .orElse("");
    }

    List<Fault> faults(List<Boundary> boundaries) {
        List<Fault> faults = new ArrayList<>();
        if (Boundary.of(boundaries, about).isEmpty()) {
            faults.add(new Fault("om", "consents.fault.about"));
        }
        if (!to.equals(CONTACT_CENTRE) && Boundary.of(boundaries, to).isEmpty()) {
            faults.add(new Fault("till", "consents.fault.to"));
        } else if (to.equals(about)) {
            faults.add(new Fault("till", "consents.fault.same"));
        }
        if (!DAYS.containsKey(time)) {
            faults.add(new Fault("tid", "consents.fault.time"));
        }
        return faults;
    }

    /** The consent, of a form without faults. */
    Consent consent(List<Boundary> boundaries, LocalDate today) {
        Boundary of = Boundary.of(boundaries, about).orElseThrow();
        Boundary receiver = Boundary.of(boundaries, to).orElse(null);
        return new Consent(
                of.authority(),
                of.branch(),
                receiver == null ? null : receiver.authority(),
                receiver == null ? null : receiver.branch(),
                today.plusDays(DAYS.getOrDefault(time, 0)));
    }

    /** One text that {@link #unpack} reads again. */
    String pack() {
        return String.join(SEPARATOR, about, to, time);
    }

    static Optional<ConsentForm> unpack(String packed) {
        String[] parts = packed.split(SEPARATOR, -1);
        return parts.length == 3 ? Optional.of(new ConsentForm(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
