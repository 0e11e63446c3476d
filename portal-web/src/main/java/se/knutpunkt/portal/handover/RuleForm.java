package se.knutpunkt.portal.handover;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.knutpunkt.eforms.handover.Format;
import se.knutpunkt.eforms.handover.HandoverRule;
import se.knutpunkt.eforms.handover.RuleSettings;
import se.knutpunkt.hub.delivery.AddressFault;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.portal.page.Visit;

/**
 * A rule as it was typed, right or wrong. Nothing of it is personal, so that it may travel in an address.
 *
 * @param alarm a number of units
 * @param unit name of a {@link Unit}
 * @param version of the rule that was shown; empty for a new one
 */
public record RuleForm(String source, String format, String address, String alarm, String unit, String version) {

    static final RuleForm EMPTY = new RuleForm("", Format.JSON.name(), "", "1", Unit.TIMMAR.name(), "");
    private static final int ROOM = 520;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

    /** In what the time until the alarm is told. */
    enum Unit {
        MINUTER(Duration.ofMinutes(1)),
        TIMMAR(Duration.ofHours(1)),
        DYGN(Duration.ofDays(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        static Unit largest(Duration time) {
            return Arrays.stream(new Unit[] {DYGN, TIMMAR})
                    .filter(unit -> time.toMinutes() % unit.length.toMinutes() == 0)
                    .findFirst()
                    .orElse(MINUTER);
        }

        long count(Duration time) {
            return time.toMinutes() / length.toMinutes();
        }
    }

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) {}

    static RuleForm of(Visit visit) {
        return new RuleForm(
                text(visit, "system"),
                text(visit, "format"),
                text(visit, "adress"),
                text(visit, "larm"),
                text(visit, "enhet"),
                text(visit, "version"));
    }

    private static String text(Visit visit, String name) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= ROOM ? typed : typed.substring(0, ROOM);
    }

    static RuleForm of(HandoverRule rule, String address) {
        Unit unit = Unit.largest(rule.alarmAfter());
        return new RuleForm(
                rule.source(),
                rule.format().name(),
                address,
                Long.toString(unit.count(rule.alarmAfter())),
                unit.name(),
                Integer.toString(rule.version()));
    }

    RuleForm withVersion(int known) {
        return new RuleForm(source, format, address, alarm, unit, Integer.toString(known));
    }

    /**
     * @param sources codes of the systems to choose among
     * @param wrong what is wrong with an address
     */
    List<Fault> faults(Set<String> sources, Function<String, Optional<AddressFault>> wrong) {
        List<Fault> faults = new ArrayList<>();
        if (!sources.contains(source)) {
            faults.add(new Fault("system", "handovers.fault.source"));
        }
        if (formatOf().isEmpty()) {
            faults.add(new Fault("format", "handovers.fault.format"));
        }
        wrong.apply(address).ifPresent(fault -> faults.add(new Fault("adress", "handovers.fault.address." + fault)));
        if (alarmAfter().isEmpty()) {
            faults.add(new Fault("larm", "handovers.fault.alarm"));
        }
        return faults;
    }

    /** The settings; only without faults. */
    RuleSettings settings(String form) {
        return new RuleSettings(
                form,
                source,
                formatOf().orElseThrow(),
                URI.create(address),
                alarmAfter().orElseThrow());
    }

    int seen() {
        return WHOLE.matcher(version).matches() ? Integer.parseInt(version) : 0;
    }

    private Optional<Format> formatOf() {
        return Arrays.stream(Format.values())
                .filter(known -> known.name().equals(format))
                .findFirst();
    }

    private Optional<Duration> alarmAfter() {
        if (!WHOLE.matcher(alarm).matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Unit.values())
                .filter(known -> known.name().equals(unit))
                .findFirst()
                .map(known -> known.length.multipliedBy(Long.parseLong(alarm)))
                .filter(time -> time.compareTo(RuleSettings.SHORTEST_ALARM) >= 0
                        && time.compareTo(RuleSettings.LONGEST_ALARM) <= 0);
    }

    /** As a query, by which the form comes back as it was. */
    String query() {
        return Map.of(
                        "system",
                        source,
                        "format",
                        format,
                        "adress",
                        Courier.withoutSecrets(address),
                        "larm",
                        alarm,
                        "enhet",
                        unit,
                        "version",
                        version)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
