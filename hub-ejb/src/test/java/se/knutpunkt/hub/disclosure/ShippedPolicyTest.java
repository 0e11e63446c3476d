package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.TypePlace;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.hub.secrecy.Provision;
import se.knutpunkt.hub.secrecy.Provisions;

/**
 * What the shipped lines show to whom, written by hand from the law and the access matrix and not from the lines: each
 * capacity in each field of law, at every age and on both sides of each limit, of what is marked and what is not.
 */
class ShippedPolicyTest {
    /** An age that is not known, and then each year of a life. */
    private static final int UNKNOWN = -1;

    private static final int OLDEST = 119;

    private static final Map<Sector, String> TYPES = Map.of(
            Sector.OTHER, "KUL", Sector.SCHOOL, "FÖR", Sector.PUPIL_HEALTH, "EHM", Sector.SOCIAL_SERVICES, "SOC");

    private static final Policy SHIPPED = new Policy(
            1,
            LocalDate.of(2026, 11, 23),
            FirstPolicy.shipped(),
            Map.of(
                    "KUL", new TypePlace("KUL", "OTHER", "kfn", null),
                    "FÖR", new TypePlace("FÖR", "SCHOOL", "bun", "förskola"),
                    "EHM", new TypePlace("EHM", "PUPIL_HEALTH", "bun", "elevhälsa"),
                    "SOC", new TypePlace("SOC", "SOCIAL_SERVICES", "son", null)));

    /** Who, in which field, of which events, at which ages of whom they concern, sees how much, by what. */
    private static final String EXPECTED = """
            SELF           | any             | any      | any   | FULL    | EGET
            GUARDIAN       | OTHER           | any      | 0-11  | FULL    | VH-0-11
            GUARDIAN       | OTHER           | any      | 12-17 | FULL    | VH-12-17
            GUARDIAN       | SCHOOL          | any      | 0-11  | FULL    | VH-0-11
            GUARDIAN       | SCHOOL          | any      | 12-15 | FULL    | VH-12-17
            GUARDIAN       | SCHOOL          | any      | 16-17 | HIDDEN  | SKOLA-VH-16-17
            GUARDIAN       | PUPIL_HEALTH    | any      | 0-11  | FULL    | VH-0-11
            GUARDIAN       | PUPIL_HEALTH    | any      | 12-17 | HIDDEN  | EHM-VH-12-17
            GUARDIAN       | SOCIAL_SERVICES | any      | 0-11  | FULL    | VH-0-11
            GUARDIAN       | SOCIAL_SERVICES | unmarked | 12-14 | FULL    | VH-12-17
            GUARDIAN       | SOCIAL_SERVICES | marked   | 12-14 | HIDDEN  | SOC-VH-12-14-MARKT
            GUARDIAN       | SOCIAL_SERVICES | any      | 15-17 | HIDDEN  | SOC-VH-15-17
            GUARDIAN       | any             | any      | 18-   | HIDDEN  | NO_MINOR
            PROXY          | any             | any      | any   | FULL    | OMBUD
            TRUSTEE        | any             | any      | any   | FULL    | GOD-MAN
            COMPANY        | any             | any      | any   | HIDDEN  | NO_LINE
            CONTACT_CENTRE | OTHER           | unmarked | any   | SUMMARY | KC
            CONTACT_CENTRE | OTHER           | marked   | any   | HIDDEN  | KC-MARKT
            CONTACT_CENTRE | SCHOOL          | any      | any   | EXISTS  | SKOLA-KC
            CONTACT_CENTRE | PUPIL_HEALTH    | any      | any   | HIDDEN  | EHM-KC
            CONTACT_CENTRE | SOCIAL_SERVICES | any      | any   | HIDDEN  | SOC-KC
            HANDLER        | any             | any      | any   | FULL    | HANDLAGGARE
            OTHER_HANDLER  | any             | any      | any   | HIDDEN  | NO_LINE
            REGISTRAR      | any             | any      | any   | FULL    | REGISTRATOR
            AUDITOR        | any             | any      | any   | HIDDEN  | NO_LINE
            SYSTEM         | any             | any      | any   | FULL    | SYSTEM
            PUBLIC         | any             | any      | any   | HIDDEN  | NO_LINE
            """;

    /** A row of what is expected. */
    private record Row(String who, String field, String events, String ages, String shows, String rule) {
        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }

        boolean speaksOf(Capacity capacity, Sector sector, boolean marked, int age) {
            return who.equals(capacity.name())
                    && (field.equals("any") || field.equals(sector.name()))
                    && (events.equals("any") || events.equals(marked ? "marked" : "unmarked"))
                    && holds(age);
        }

        /** An age that is not known is as good as one of a grown-up. */
        private boolean holds(int age) {
            if (ages.equals("any")) {
                return true;
            }
            String[] limits = ages.split("-", -1);
            int years = age == UNKNOWN ? OLDEST : age;
            return years >= Integer.parseInt(limits[0])
                    && (limits[1].isEmpty() || years <= Integer.parseInt(limits[1]));
        }
    }

    private static final List<Row> ROWS = EXPECTED.lines().map(Row::of).toList();

    private static List<String> markings(boolean marked) {
        if (!marked) {
            return List.of("");
        }
        List<String> markings = new ArrayList<>(List.of(EventClass.UNCOUNTED));
        Provisions.shipped().all().stream()
                .filter(Provision::marks)
                .map(Provision::code)
                .forEach(markings::add);
        return markings;
    }

    private static @Nullable Integer years(int age) {
        return age == UNKNOWN ? null : age;
    }

    @Test
    void showsToEachWhatTheTableSays() {
        for (Capacity capacity : Capacity.values()) {
            for (Sector sector : Sector.values()) {
                for (boolean marked : new boolean[] {false, true}) {
                    IntStream.rangeClosed(UNKNOWN, OLDEST)
                            .filter(age -> capacity != Capacity.NONE)
                            .forEach(age -> assertShown(capacity, sector, marked, age));
                }
            }
        }
    }

    private static void assertShown(Capacity capacity, Sector sector, boolean marked, int age) {
        List<Row> rows = ROWS.stream()
                .filter(row -> row.speaksOf(capacity, sector, marked, age))
                .toList();
        assertThat(rows).as("%s, %s, %s, %d", capacity, sector, marked, age).hasSize(1);
        for (String marking : markings(marked)) {
            EventClass event = new EventClass(TYPES.get(sector), "BESLUT", true, marking, false, false, false);
            Decision decision = Answers.decide(capacity, event, years(age), SHIPPED);
            assertThat(decision.degree() + " by " + decision.rule())
                    .as("%s, %s, marked %s, %d years", capacity, sector, marking, age)
                    .isEqualTo(rows.get(0).shows() + " by " + rows.get(0).rule());
        }
    }
}
