package se.knutpunkt.portal.delegation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.KeptDelegation;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/**
 * Writes delegations for a reader.
 *
 * @param types the register's case types
 */
record DelegationWriter(Visit visit, List<Boundary> boundaries, List<CaseType> types, LocalDate today) {

    DelegationsPage.Line line(KeptDelegation kept) {
        Delegation one = kept.delegation();
        KeptDelegation.State state = kept.on(today);
        return new DelegationsPage.Line(
                kept.id(),
                Boundary.text(boundaries, one.authority(), one.branch()),
                one.to() instanceof Recipient.Unit unit
                        ? visit.text("delegations.unit", unit.name(), Boundary.text(boundaries, unit.authority(), null))
                        : kept.person(),
                visit.text("delegations.right." + one.right()),
                types(one),
                one.reference(),
                period(one),
                visit.text("delegations.state." + state),
                switch (state) {
                    case LIVING -> "done";
                    case COMING -> "wait";
                    case LAPSED, ENDED -> "";
                },
                visit.text("delegations.made", Dates.dateAndTime(kept.made(), visit.getLanguage()), kept.madeBy()),
                ended(kept));
    }

    private String types(Delegation one) {
        if (one.all()) {
            return visit.text("delegations.types.all");
        }
        Map<String, String> names = types.stream()
                .collect(Collectors.toMap(CaseType::code, type -> type.name().in(language())));
        return one.caseTypes().stream()
                .map(code -> names.getOrDefault(code, code))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String period(Delegation one) {
        String from = Dates.date(one.from(), visit.getLanguage());
        LocalDate until = one.until();
        return until == null
                ? visit.text("delegations.period.open", from)
                : visit.text("delegations.period", from, Dates.date(until, visit.getLanguage()));
    }

    private String ended(KeptDelegation kept) {
        if (kept.ended() == null) {
            return "";
        }
        return visit.text(
                        "delegations.ended",
                        Dates.dateAndTime(kept.ended(), visit.getLanguage()),
                        Objects.requireNonNullElse(kept.endedBy(), ""))
                + " " + Objects.requireNonNullElse(kept.reason(), "");
    }

    DelegationsPage.Form form(Boundary from, DelegationForm typed, DelegationForm.Choices choices, boolean wrong) {
        return new DelegationsPage.Form(
                from,
                typed,
                recipients(choices.recipients().units(), typed),
                recipients(choices.recipients().people(), typed),
                typesOf(from).stream()
                        .map(type -> new DelegationsPage.Choice(
                                type.code(),
                                type.name().in(language()),
                                "",
                                typed.types().contains(type.code())))
                        .toList(),
                Arrays.stream(Right.values())
                        .map(right -> new DelegationsPage.Choice(
                                right.name(),
                                visit.text("delegations.right." + right),
                                visit.text("delegations.right." + right + ".text"),
                                typed.right().equals(right.name())))
                        .toList(),
                wrong
                        ? typed.faults(choices).stream()
                                .map(fault -> new DelegationsPage.Fault(fault.field(), visit.text(fault.key())))
                                .toList()
                        : List.of());
    }

    private static List<DelegationsPage.Choice> recipients(List<Recipients.One> all, DelegationForm typed) {
        return all.stream()
                .map(one -> new DelegationsPage.Choice(
                        one.value(), one.text(), "", one.value().equals(typed.to())))
                .toList();
    }

    /** The case types in use inside a boundary, by name. */
    List<CaseType> typesOf(Boundary from) {
        return types.stream()
                .filter(type -> !type.closed()
                        && type.authority().code().equals(from.authority())
                        && Objects.equals(
                                from.branch(),
                                type.branch() == null ? null : type.branch().code()))
                .sorted(Comparator.comparing(type -> type.name().in(language())))
                .toList();
    }

    private String language() {
        return visit.getLanguage().getTag();
    }
}
