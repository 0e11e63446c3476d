package se.knutpunkt.portal.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.SourceSettings;
import se.knutpunkt.portal.page.Networks;
import se.knutpunkt.portal.page.Visit;

/**
 * A source as it was typed, right or wrong. Nothing of it is personal, so that it may travel in an address.
 *
 * @param networks one a line, or with commas between
 * @param rhythm a number of units
 * @param unit name of a {@link Unit}
 * @param limit events a minute; empty for no limit
 * @param version of the source that was shown; empty for a new one
 * @param asks codes of the case types that it may ask about
 */
public record SourceForm(
        String code,
        String nameSv,
        String nameEn,
        String authority,
        List<String> caseTypes,
        String networks,
        String rhythm,
        String unit,
        String limit,
        String version,
        List<String> asks) {
    static final SourceForm EMPTY =
            new SourceForm("", "", "", "", List.of(), "", "1", Unit.DYGN.name(), "", "", List.of());

    private static final int ROOM = 20;
    private static final int MOST_CASE_TYPES = 5000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern GROUPED = Pattern.compile("[\\s\\u00a0]+");

    /** In what a rhythm is told. */
    enum Unit {
        MINUTER(Duration.ofMinutes(1)),
        TIMMAR(Duration.ofHours(1)),
        DYGN(Duration.ofDays(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        static Optional<Unit> of(String name) {
            return Arrays.stream(values())
                    .filter(unit -> unit.name().equals(name))
                    .findFirst();
        }

        /** The largest unit of which the rhythm is a whole number. */
        static Unit largest(Duration rhythm) {
            return Stream.of(DYGN, TIMMAR)
                    .filter(unit -> rhythm.toMinutes() % unit.length.toMinutes() == 0)
                    .findFirst()
                    .orElse(MINUTER);
        }

        long count(Duration rhythm) {
            return rhythm.toMinutes() / length.toMinutes();
        }
    }

    /** What is wrong with the control of that id: the key of what is said, and what is filled in. */
    record Fault(String field, String key, String value) {}

    /** Copies the list. */
    public SourceForm {
        caseTypes = List.copyOf(caseTypes);
        asks = List.copyOf(asks);
    }

    static SourceForm of(Visit visit) {
        return new SourceForm(
                text(visit, "kod", 40),
                text(visit, "namn", SourceSettings.LONGEST_NAME),
                text(visit, "namn-en", SourceSettings.LONGEST_NAME),
                text(visit, "myndighet", 40),
                codes(visit, "arendetyp"),
                text(visit, "natverk", SourceSettings.LONGEST_NETWORKS),
                text(visit, "rytm", 10),
                text(visit, "enhet", 10),
                text(visit, "grans", 20),
                text(visit, "version", 10),
                codes(visit, "fraga"));
    }

    private static List<String> codes(Visit visit, String name) {
        return visit.values().getOrDefault(name, List.of()).stream()
                .filter(type -> type.length() <= ROOM)
                .limit(MOST_CASE_TYPES)
                .toList();
    }

    /** With room for what is too long by a little, so that it is told and not cut in silence. */
    private static String text(Visit visit, String name, int longest) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= longest + ROOM ? typed : typed.substring(0, longest + ROOM);
    }

    static SourceForm of(KeptSource source) {
        SourceSettings kept = source.settings();
        Unit unit = Unit.largest(kept.rhythm());
        return new SourceForm(
                kept.code(),
                kept.name().sv(),
                kept.name().en(),
                kept.authority(),
                List.copyOf(kept.caseTypes()),
                kept.networks().replace(", ", "\n"),
                Long.toString(unit.count(kept.rhythm())),
                unit.name(),
                kept.eventsPerMinute() == null ? "" : kept.eventsPerMinute().toString(),
                Integer.toString(source.version()),
                List.copyOf(kept.asks()));
    }

    SourceForm withCode(String known) {
        return new SourceForm(
                known, nameSv, nameEn, authority, caseTypes, networks, rhythm, unit, limit, version, asks);
    }

    SourceForm withVersion(int known) {
        return new SourceForm(
                code,
                nameSv,
                nameEn,
                authority,
                caseTypes,
                networks,
                rhythm,
                unit,
                limit,
                Integer.toString(known),
                asks);
    }

    /**
     * @param authorities codes of the authorities there are
     * @param registered codes of the case types there are
     */
    List<Fault> faults(Set<String> authorities, Set<String> registered) {
        List<Fault> faults = new ArrayList<>();
        name(faults, "namn", nameSv);
        name(faults, "namn-en", nameEn);
        if (!code.matches(SourceSettings.CODE) || SourcesServlet.RESERVED.contains(code)) {
            faults.add(new Fault("kod", "sources.fault.code", ""));
        }
        if (!authorities.contains(authority)) {
            faults.add(new Fault("myndighet", "sources.fault.authority", ""));
        }
        if (caseTypes.isEmpty() || !registered.containsAll(caseTypes)) {
            faults.add(new Fault("arendetyp", "sources.fault.casetypes", ""));
        }
        if (!registered.containsAll(asks)) {
            faults.add(new Fault("fraga", "sources.fault.asks", ""));
        }
        if (duration().isEmpty()) {
            faults.add(new Fault("rytm", "sources.fault.rhythm", ""));
        }
        if (!limit.isEmpty() && whole(limit, SourceSettings.HIGHEST_LIMIT).isEmpty()) {
            faults.add(new Fault("grans", "sources.fault.limit", ""));
        }
        wrongNetwork().ifPresent(wrong -> faults.add(new Fault("natverk", "sources.fault.network", wrong)));
        if (networkText().length() > SourceSettings.LONGEST_NETWORKS) {
            faults.add(new Fault("natverk", "sources.fault.networks", ""));
        }
        return faults;
    }

    private static void name(List<Fault> faults, String field, String name) {
        boolean unfit = name.isEmpty()
                || name.length() > SourceSettings.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl);
        if (unfit) {
            faults.add(new Fault(field, "sources.fault." + field, ""));
        }
    }

    private Stream<String> networkParts() {
        return Arrays.stream(networks.split("[,;\\s]+")).filter(part -> !part.isEmpty());
    }

    private String networkText() {
        return networkParts().distinct().collect(Collectors.joining(", "));
    }

    private Optional<String> wrongNetwork() {
        return networkParts().filter(part -> !isNetwork(part)).findFirst();
    }

    private static boolean isNetwork(String part) {
        try {
            Networks.parse(part);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private Optional<Duration> duration() {
        Optional<Unit> known = Unit.of(unit);
        Optional<Integer> count = whole(rhythm, (int) SourceSettings.LONGEST_RHYTHM.toMinutes());
        return known.flatMap(one -> count.map(one.length::multipliedBy))
                .filter(length -> length.compareTo(SourceSettings.LONGEST_RHYTHM) <= 0);
    }

    private static Optional<Integer> whole(String typed, int highest) {
        String digits = GROUPED.matcher(typed).replaceAll("");
        return WHOLE.matcher(digits).matches()
                ? Optional.of(Integer.parseInt(digits)).filter(number -> number >= 1 && number <= highest)
                : Optional.empty();
    }

    /** The settings; only without faults. */
    SourceSettings settings() {
        return new SourceSettings(
                code,
                new Name(nameSv, nameEn),
                authority,
                new TreeSet<>(caseTypes),
                networkText(),
                duration().orElseThrow(),
                whole(limit, SourceSettings.HIGHEST_LIMIT).orElse(null),
                new TreeSet<>(asks));
    }

    /** The version that was shown; −1 when that is no number. */
    int seen() {
        return WHOLE.matcher(version).matches() ? Integer.parseInt(version) : -1;
    }

    /** As a query, by which the form comes back as it was. */
    String query() {
        return Stream.of(
                        Stream.of(
                                pair("kod", code),
                                pair("namn", nameSv),
                                pair("namn-en", nameEn),
                                pair("myndighet", authority),
                                pair("natverk", networks),
                                pair("rytm", rhythm),
                                pair("enhet", unit),
                                pair("grans", limit),
                                pair("version", version)),
                        caseTypes.stream().map(type -> pair("arendetyp", type)),
                        asks.stream().map(type -> pair("fraga", type)))
                .flatMap(pairs -> pairs)
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
