package se.knutpunkt.portal.delegation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/**
 * A new delegation as it was typed, right or wrong. Who it is to is told by an id; the reference is sealed in the address,
 * since nobody knows what is written there.
 *
 * @param from the {@link Boundary} that delegates
 * @param to the {@link Recipients} who may
 * @param scope {@link #ALL} or {@link #CHOSEN}
 * @param types codes of the chosen case types
 * @param right name of a {@link Right}
 * @param reference the decision
 * @param first first day
 * @param last last day; empty until further notice
 */
public record DelegationForm(
        String from,
        String to,
        String scope,
        List<String> types,
        String right,
        String reference,
        String first,
        String last) {
    static final String ALL = "alla";
    static final String CHOSEN = "valda";
    static final String CONTEXT = "delegation.form";

    private static final int LONGEST = 400;
    private static final int LONGEST_DATE = 20;

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) {}

    /** What there is to choose. */
    record Choices(List<Boundary> boundaries, Recipients recipients, Set<String> types) {}

    /** Nothing typed yet. */
    static DelegationForm empty(String from, LocalDate today) {
        return new DelegationForm(from, "", CHOSEN, List.of(), "", "", today.toString(), "");
    }

    /** As it is posted. */
    static DelegationForm posted(Visit visit) {
        return read(visit, text(visit, "beslut", LONGEST));
    }

    /** As an address brings it back. */
    static DelegationForm back(Visit visit, SealedWords sealed) {
        return read(visit, sealed.open(CONTEXT, visit.value("beslut").orElse("")));
    }

    private static DelegationForm read(Visit visit, String reference) {
        return new DelegationForm(
                text(visit, "fran", LONGEST),
                text(visit, "till", LONGEST),
                text(visit, "omfattning", LONGEST_DATE),
                visit.values().getOrDefault("typ", List.of()).stream()
                        .distinct()
                        .toList(),
                text(visit, "ratt", LONGEST_DATE),
                reference,
                text(visit, "forsta", LONGEST_DATE),
                text(visit, "sista", LONGEST_DATE));
    }

    private static String text(Visit visit, String name, int longest) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= longest ? typed : typed.substring(0, longest);
    }

    List<Fault> faults(Choices choices) {
        List<Fault> faults = new ArrayList<>();
        if (choices.recipients().of(to).isEmpty()) {
            faults.add(new Fault("till", "delegations.fault.to"));
        }
        if (given().isEmpty()) {
            faults.add(new Fault("ratt", "delegations.fault.right"));
        }
        if (!scope.equals(ALL) && !scope.equals(CHOSEN)) {
            faults.add(new Fault("omfattning", "delegations.fault.scope"));
        } else if (scope.equals(CHOSEN) && (types.isEmpty() || !choices.types().containsAll(types))) {
            faults.add(new Fault("omfattning", "delegations.fault.types"));
        } else if (scope.equals(ALL) && !types.isEmpty()) {
            faults.add(new Fault("omfattning", "delegations.fault.both"));
        }
        if (Delegation.isUnfit(reference)) {
            faults.add(new Fault(
                    "beslut", reference.isEmpty() ? "delegations.fault.reference" : "delegations.fault.length"));
        }
        dates(faults);
        return faults;
    }

    private void dates(List<Fault> faults) {
        Optional<LocalDate> begins = date(first);
        Optional<LocalDate> ends = date(last);
        if (begins.isEmpty()) {
            faults.add(new Fault("forsta", "delegations.fault.date"));
        }
        if (!last.isEmpty() && ends.isEmpty()) {
            faults.add(new Fault("sista", "delegations.fault.date"));
        } else if (begins.isPresent()
                && ends.filter(end -> end.isBefore(begins.get())).isPresent()) {
            faults.add(new Fault("sista", "delegations.fault.before"));
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** The delegation; only without faults. */
    Delegation delegation(Choices choices) {
        Boundary boundary = Boundary.of(choices.boundaries(), from).orElseThrow();
        @Nullable LocalDate end = last.isEmpty() ? null : LocalDate.parse(last);
        return new Delegation(
                boundary.authority(),
                boundary.branch(),
                choices.recipients().of(to).orElseThrow().recipient(),
                scope.equals(ALL),
                Set.copyOf(types),
                given().orElseThrow(),
                reference,
                LocalDate.parse(first),
                end);
    }

    /** As a query, by which the form comes back as it was. */
    String query(SealedWords sealed) {
        List<String> parts = new ArrayList<>(
                Stream.of("fran", from, "till", to, "omfattning", scope, "ratt", right, "forsta", first, "sista", last)
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .toList());
        StringBuilder query = new StringBuilder("beslut=").append(sealed.sealed(CONTEXT, reference));
        for (int i = 0; i < parts.size(); i += 2) {
            query.append('&').append(parts.get(i)).append('=').append(parts.get(i + 1));
        }
        types.forEach(type -> query.append("&typ=").append(URLEncoder.encode(type, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private Optional<Right> given() {
        return Arrays.stream(Right.values())
                .filter(one -> one.name().equals(right))
                .findFirst();
    }
}
