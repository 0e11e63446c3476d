package se.knutpunkt.portal.deadletter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.LetterFilter;
import se.knutpunkt.hub.deadletter.LetterState;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.api.EventReplay;
import se.knutpunkt.portal.page.Visit;

/**
 * What is asked for on the list, as it was typed. It travels in an address, so an id that may not stand there, since it
 * holds an identity number, is left out.
 *
 * @param state name of a state; empty for all
 * @param from a date, or what was typed instead of one
 * @param wrongId whether an id was typed that is none
 */
public record LetterQuery(
        String source, String kind, String caseType, String state, String from, String to, String id, boolean wrongId) {
    private static final int LONGEST = 100;
    private static final Pattern CODE = Pattern.compile("[^\\s\\p{Cntrl}]{1,40}");
    private static final int LONGEST_CASE_TYPE = 20;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** What is wrong with a control. */
    record Fault(String field, String key) {}

    static LetterQuery of(Visit visit, LocalDate today) {
        String id = text(visit, "id");
        boolean open = EventReplay.isOpenId(id, today);
        // nothing asked for at all: what waits
        boolean asked = visit.value("lage").isPresent();
        return new LetterQuery(
                code(visit, "kalla"),
                code(visit, "orsak"),
                caseType(visit),
                asked ? code(visit, "lage") : LetterState.WAITING.name(),
                text(visit, "fran"),
                text(visit, "till"),
                open ? id : "",
                (!open && !id.isEmpty()) || visit.value("fel-id").isPresent());
    }

    private static String code(Visit visit, String name) {
        return visit.value(name)
                .map(String::strip)
                .filter(value -> CODE.matcher(value).matches())
                .orElse("");
    }

    private static String caseType(Visit visit) {
        String code = code(visit, "arendetyp");
        return code.length() <= LONGEST_CASE_TYPE ? code : "";
    }

    private static String text(Visit visit, String name) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    /** What is wrong with what was typed. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!from.isEmpty() && date(from) == null) {
            faults.add(new Fault("fran", "letters.fault.date"));
        }
        if (!to.isEmpty() && date(to) == null) {
            faults.add(new Fault("till", "letters.fault.date"));
        }
        if (wrongId) {
            faults.add(new Fault("id", "letters.fault.id"));
        }
        return faults;
    }

    /** The letters that are asked for; what is wrong is left out. */
    LetterFilter filter() {
        return new LetterFilter(
                source,
                verdict(kind).orElse(null),
                caseType,
                id,
                Arrays.stream(LetterState.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null),
                start(date(from)),
                start(plusDay(date(to))));
    }

    static Optional<Verdict> verdict(String name) {
        return LetterFilter.KINDS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static @Nullable LocalDate plusDay(@Nullable LocalDate date) {
        return date == null ? null : date.plusDays(1);
    }

    private static @Nullable Instant start(@Nullable LocalDate date) {
        return date == null ? null : SwedishTime.startOf(date);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    /** As the query of an address; an id that may not stand there is left out. */
    String query() {
        return "kalla=" + encoded(source) + "&orsak=" + encoded(kind) + "&arendetyp=" + encoded(caseType) + "&lage="
                + encoded(state) + "&fran=" + encoded(from) + "&till=" + encoded(to) + "&id="
                + encoded(id)
                + (wrongId ? "&fel-id=1" : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
