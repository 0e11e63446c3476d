package se.knutpunkt.portal.delegation;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.role.Workplace;
import se.knutpunkt.portal.page.Language;

/**
 * To whom one can delegate.
 *
 * @param units units that the mapping of roles names
 * @param people staff who have logged in lately
 */
public record Recipients(List<One> units, List<One> people) {

    /**
     * One to choose.
     *
     * @param value as forms and addresses name it; tells no name of a person
     * @param text as people read it
     */
    public record One(String value, String text, Recipient recipient) {}

    static Recipients of(
            Set<Workplace> workplaces, Map<StaffId, String> names, List<Boundary> boundaries, Language language) {
        Comparator<One> byText = Comparator.comparing(One::text, Collator.getInstance(language.locale()));
        List<One> units = workplaces.stream()
                .flatMap(work -> Stream.ofNullable(work.unit()).map(unit -> new Recipient.Unit(work.authority(), unit)))
                .distinct()
                .map(unit -> new One(
                        "enhet:" + unit.authority() + "/" + unit.name(),
                        unit.name() + ", " + Boundary.text(boundaries, unit.authority(), null),
                        unit))
                .sorted(byText)
                .toList();
        List<One> people = names.entrySet().stream()
                .map(one ->
                        new One("person:" + one.getKey().value(), one.getValue(), new Recipient.Person(one.getKey())))
                .sorted(byText)
                .toList();
        return new Recipients(units, people);
    }

    Optional<One> of(String value) {
        return Stream.concat(units.stream(), people.stream())
                .filter(one -> one.value().equals(value))
                .findFirst();
    }
}
