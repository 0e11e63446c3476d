package se.knutpunkt.portal.role;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.KeptRule;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.Workplace;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Visit;

/**
 * The mapping, and a form for one more line.
 *
 * @param fixed lines of the operator's file
 * @param living lines that count
 * @param removed lines that no longer count
 * @param roles the roles there are, with what each may do
 * @param attributes the attributes to choose among
 * @param providers the providers to choose among
 * @param places the authorities and branches to choose among
 * @param form what was typed
 * @param faults what is wrong with it
 * @param message what was just done; empty for nothing
 * @param undo id of the line that was just removed; empty for none
 */
public record RolesPage(
        List<Line> fixed,
        List<Line> living,
        List<Line> removed,
        List<Role> roles,
        List<Choice> attributes,
        List<Choice> providers,
        List<Choice> places,
        RuleForm form,
        List<Fault> faults,
        String message,
        String undo) {

    /**
     * A line of the mapping as people read it.
     *
     * @param id empty for a fixed one
     * @param samlName the attribute's name in SAML
     * @param work where those it counts for work; empty when it says nothing of that
     * @param change when and by whom it was added, or removed
     */
    public record Line(
            String id,
            String role,
            String provider,
            String attribute,
            String samlName,
            String value,
            String work,
            String change) {}

    /** A role. */
    public record Role(String name, String title, String text) {}

    /** Something to choose. */
    public record Choice(String value, String text) {}

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }

    /** Writes lines of the mapping for a reader. */
    record Writer(Visit visit, Map<String, String> providers, List<Boundary> places) {
        static Writer of(Visit visit, List<ServiceProvider.Choice> providers, List<Boundary> places) {
            boolean swedish = visit.getLanguage() == Language.SWEDISH;
            return new Writer(
                    visit,
                    providers.stream()
                            .collect(Collectors.toMap(
                                    ServiceProvider.Choice::entityId, one -> (swedish ? one.sv() : one.en()).name())),
                    places);
        }

        Line fixed(RoleRule rule) {
            return line("", rule, "");
        }

        Line living(KeptRule kept) {
            return line(
                    Long.toString(kept.id()),
                    kept.rule(),
                    visit.text("roles.added", Dates.dateAndTime(kept.added(), visit.getLanguage()), kept.addedBy()));
        }

        Line removed(KeptRule kept) {
            String at = Optional.ofNullable(kept.removed())
                    .map(instant -> Dates.dateAndTime(instant, visit.getLanguage()))
                    .orElse("");
            return line(
                    Long.toString(kept.id()),
                    kept.rule(),
                    visit.text(
                            "roles.removed",
                            at,
                            Optional.ofNullable(kept.removedBy()).orElse("")));
        }

        private Line line(String id, RoleRule rule, String change) {
            return new Line(
                    id,
                    role(rule.role()),
                    rule.provider().isEmpty()
                            ? visit.text("roles.provider.all")
                            : providers.getOrDefault(rule.provider(), rule.provider()),
                    KnownAttribute.of(rule.attribute()).map(this::attribute).orElse(rule.attribute()),
                    rule.attribute(),
                    rule.value(),
                    work(rule.workplace()),
                    change);
        }

        private String work(@Nullable Workplace workplace) {
            if (workplace == null) {
                return "";
            }
            String place = Boundary.text(places, workplace.authority(), workplace.branch());
            return workplace.unit() == null
                    ? visit.text("roles.work", place)
                    : visit.text("roles.work.unit", place, workplace.unit());
        }

        List<Choice> workplaces() {
            return Stream.concat(
                            Stream.of(new Choice(RuleForm.NOWHERE, visit.text("roles.place.none"))),
                            places.stream().map(place -> new Choice(place.value(), place.text())))
                    .toList();
        }

        String role(StaffRole role) {
            return visit.text("roles.role." + role.name());
        }

        private String attribute(KnownAttribute known) {
            return visit.text("roles.attribute." + known.name());
        }

        List<Role> roles() {
            return Arrays.stream(StaffRole.values())
                    .map(role -> new Role(role.name(), role(role), visit.text("roles.role." + role.name() + ".text")))
                    .toList();
        }

        List<Choice> attributes() {
            return Stream.concat(
                            Arrays.stream(KnownAttribute.values())
                                    .map(known -> new Choice(known.name(), attribute(known))),
                            Stream.of(new Choice(RuleForm.OTHER, visit.text("roles.attribute.other"))))
                    .toList();
        }

        List<Choice> choices() {
            return Stream.concat(
                            Stream.of(new Choice(RuleForm.ALL, visit.text("roles.provider.all"))),
                            providers.entrySet().stream()
                                    .sorted(Map.Entry.comparingByValue())
                                    .map(one -> new Choice(one.getKey(), one.getValue())))
                    .toList();
        }
    }
}
