package se.knutpunkt.portal.mypages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.portal.page.Visit;

/**
 * A consent as it was filled in, right or wrong.
 *
 * @param about code of the authority whose events
 * @param to code of the authority that may see them, or {@link #CONTACT_CENTRE}
 * @param time how long, by the key of {@link #TIMES}
 */
record ConsentForm(String about, String to, String time) {
    /** No code of an authority. */
    static final String CONTACT_CENTRE = "*";

    /** How long a consent holds, in days, in the order of the page. */
    static final List<String> TIMES = List.of("manad", "halvar", "ar");

    static final ConsentForm EMPTY = new ConsentForm("", "", "");

    private static final Map<String, Integer> DAYS = Map.of("manad", 30, "halvar", 183, "ar", 365);
    private static final int LONGEST = 60;
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

    List<Fault> faults(Set<String> authorities) {
        List<Fault> faults = new ArrayList<>();
        if (!authorities.contains(about)) {
            faults.add(new Fault("om", "consents.fault.about"));
        }
        if (!to.equals(CONTACT_CENTRE) && !authorities.contains(to)) {
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
    Consent consent(LocalDate today) {
        return new Consent(about, to.equals(CONTACT_CENTRE) ? null : to, today.plusDays(DAYS.getOrDefault(time, 0)));
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
