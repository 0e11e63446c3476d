package se.knutpunkt.portal.role;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.Workplace;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.Visit;

/**
 * A new line of the mapping as it was typed, right or wrong. Nothing of it is personal, so that it may travel in an address.
 *
 * @param role name of a {@link StaffRole}
 * @param provider entity id, or {@link #ALL}
 * @param attribute name of a {@link KnownAttribute}, or {@link #OTHER}
 * @param other the attribute's name when it is another
 * @param value the attribute's value
 * @param place the {@link Boundary} where they work; empty for none
 * @param unit the unit in it; empty for none
 */
public record RuleForm(
        String role, String provider, String attribute, String other, String value, String place, String unit) {
    static final String OTHER = "annat";
    static final String ALL = "alla";
    /** A choice needs a value: without one a browser sends its text. */
    static final String NOWHERE = "ingen";

    static final RuleForm EMPTY = new RuleForm("", ALL, KnownAttribute.ROLE.name(), "", "", "", "");

    /** Room for what is too long by a little, so that it is told and not cut in silence. */
    private static final int ROOM = RoleRule.LONGEST_TEXT + 20;

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) {}

    static RuleForm of(Visit visit) {
        return new RuleForm(
                text(visit, "roll"),
                visit.value("leverantor").orElse(ALL),
                text(visit, "attribut"),
                text(visit, "annat"),
                text(visit, "varde"),
                text(visit, "plats").equals(NOWHERE) ? "" : text(visit, "plats"),
                text(visit, "enhet"));
    }

    private static String text(Visit visit, String name) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= ROOM ? typed : typed.substring(0, ROOM);
    }

    /**
     * @param providers entity ids of the providers that tell staff
     * @param places where people can work
     */
    List<Fault> faults(List<String> providers, List<Boundary> places) {
        List<Fault> faults = new ArrayList<>();
        if (staffRole().isEmpty()) {
            faults.add(new Fault("roll", "roles.fault.role"));
        }
        if (!provider.equals(ALL) && !providers.contains(provider)) {
            faults.add(new Fault("leverantor", "roles.fault.provider"));
        }
        if (attribute.equals(OTHER) && RoleRule.isUnfit(other)) {
            faults.add(new Fault("annat", other.isEmpty() ? "roles.fault.attribute" : "roles.fault.length"));
        } else if (!attribute.equals(OTHER) && known().isEmpty()) {
            faults.add(new Fault("attribut", "roles.fault.attribute"));
        }
        if (RoleRule.isUnfit(value)) {
            faults.add(new Fault("varde", value.isEmpty() ? "roles.fault.value" : "roles.fault.length"));
        }
        if (!place.isEmpty() && Boundary.of(places, place).isEmpty()) {
            faults.add(new Fault("plats", "roles.fault.place"));
        } else if (place.isEmpty() && !unit.isEmpty()) {
            faults.add(new Fault("plats", "roles.fault.placeofunit"));
        }
        if (!unit.isEmpty() && Workplace.isUnfitUnit(unit)) {
            faults.add(new Fault("enhet", "roles.fault.unit"));
        }
        return faults;
    }

    /** The line; only without faults. */
    RoleRule rule(List<Boundary> places) {
        Workplace workplace = Boundary.of(places, place)
                .map(one -> new Workplace(one.authority(), one.branch(), unit.isEmpty() ? null : unit))
                .orElse(null);
        return new RoleRule(
                staffRole().orElseThrow(),
                provider.equals(ALL) ? "" : provider,
                known().map(KnownAttribute::samlName).orElse(other),
                value,
                workplace);
    }

    /** As a query, by which the form comes back as it was. */
    String query() {
        return Map.of(
                        "roll",
                        role,
                        "leverantor",
                        provider,
                        "attribut",
                        attribute,
                        "annat",
                        other,
                        "varde",
                        value,
                        "plats",
                        place,
                        "enhet",
                        unit)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Optional<StaffRole> staffRole() {
        return Arrays.stream(StaffRole.values())
                .filter(known -> known.name().equals(role))
                .findFirst();
    }

    private Optional<KnownAttribute> known() {
        return Arrays.stream(KnownAttribute.values())
                .filter(known -> known.name().equals(attribute))
                .findFirst();
    }
}
