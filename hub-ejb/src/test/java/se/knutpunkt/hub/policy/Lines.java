package se.knutpunkt.hub.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines for tests: each differs from {@link #PLAIN} in what its test is about. */
final class Lines {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final List<TypePlace> TYPES = List.of(
            new TypePlace("KUL", "OTHER", "kfn", null),
            new TypePlace("FÖR", "SCHOOL", "bun", "förskola"),
            new TypePlace("SOC", "SOCIAL_SERVICES", "son", null));
    static final PolicyLine PLAIN = line("PLAIN", Place.MUNICIPALITY, Degree.FULL);

    private Lines() {}

    static PolicyLine line(String key, Place place, Degree degree) {
        return new PolicyLine(
                key,
                place,
                Capacity.GUARDIAN,
                AgeBand.ALL,
                null,
                null,
                null,
                null,
                degree,
                new LegalGround("OSL", "8:1"),
                "");
    }

    static PolicyLine of(PolicyLine line, String key, Degree degree) {
        return new PolicyLine(
                key,
                line.place(),
                line.capacity(),
                line.ages(),
                line.eventKind(),
                line.marking(),
                line.from(),
                line.until(),
                degree,
                line.ground(),
                line.words());
    }

    static PolicyLine ages(String key, Capacity who, AgeBand ages, Degree degree) {
        return new PolicyLine(key, Place.MUNICIPALITY, who, ages, null, null, null, null, degree, PLAIN.ground(), "");
    }

    static PolicyLine events(String key, @Nullable String kind, @Nullable String marking, Degree degree) {
        return new PolicyLine(
                key,
                Place.MUNICIPALITY,
                Capacity.GUARDIAN,
                AgeBand.ALL,
                kind,
                marking,
                null,
                null,
                degree,
                PLAIN.ground(),
                "");
    }

    static PolicyLine days(String key, @Nullable LocalDate from, @Nullable LocalDate until, Degree degree) {
        return new PolicyLine(
                key,
                Place.MUNICIPALITY,
                Capacity.GUARDIAN,
                AgeBand.ALL,
                null,
                null,
                from,
                until,
                degree,
                PLAIN.ground(),
                "");
    }

    static PolicyLine texts(String key, String law, String section, String words) {
        return new PolicyLine(
                key,
                Place.MUNICIPALITY,
                Capacity.GUARDIAN,
                AgeBand.ALL,
                null,
                null,
                null,
                null,
                Degree.FULL,
                new LegalGround(law, section),
                words);
    }

    static Policy policy(LocalDate day, PolicyLine... lines) {
        return new Policy(1, day, List.of(lines), byCode(TYPES));
    }

    static Map<String, TypePlace> byCode(List<TypePlace> types) {
        return types.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));
    }
}
