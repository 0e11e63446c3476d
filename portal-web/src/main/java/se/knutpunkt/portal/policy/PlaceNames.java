package se.knutpunkt.portal.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.Branch;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * The places that a rule may hold for, by the names that people know them by.
 *
 * @param names in the language, by place and in its order
 */
record PlaceNames(Language language, Map<Place, String> names) {

    static PlaceNames of(Language language, List<Authority> authorities, List<CaseType> types) {
        Map<Place, String> names = new TreeMap<>();
        Arrays.stream(Sector.values())
                .forEach(sector -> names.put(
                        new Place(Level.SECTOR, sector.name()), Texts.text(language, "policy.sector." + sector)));
        authorities.forEach(
                one -> names.put(new Place(Level.AUTHORITY, one.code()), in(language, one.name(), one.code())));
        for (CaseType type : types) {
            names.put(
                    new Place(Level.CASE_TYPE, type.code()),
                    in(language, type.name(), type.code()) + " (" + type.code() + ")");
            Branch branch = type.branch();
            if (branch != null) {
                names.put(new Place(Level.BRANCH, branch.code()), in(language, branch.name(), branch.code()));
            }
        }
        return new PlaceNames(language, names);
    }

    private static String in(Language language, Name name, String code) {
        String text = name.in(language.getTag());
        return text.isBlank() ? code : text;
    }

    /** With the kind of place first; one that is no longer registered by its code. */
    String title(Place place) {
        return place.level() == Level.MUNICIPALITY
                ? Texts.text(language, "policy.level.MUNICIPALITY")
                : Texts.text(language, "policy.place", level(place.level()), names.getOrDefault(place, place.code()));
    }

    String level(Level level) {
        return Texts.text(language, "policy.level." + level);
    }

    /** The places of a level that may be chosen. */
    List<Place> of(Level level) {
        return level == Level.MUNICIPALITY
                ? List.of(Place.MUNICIPALITY)
                : names.keySet().stream()
                        .filter(place -> place.level() == level)
                        .toList();
    }

    /** The places to choose among, the widest first, with one that was chosen before and is no longer there. */
    List<LineFormPage.Group> groups(String chosen) {
        List<LineFormPage.Group> groups = new ArrayList<>();
        for (Level level : Level.values()) {
            List<LineFormPage.Choice> choices = of(level).stream()
                    .map(place -> new LineFormPage.Choice(
                            PolicyForm.code(place),
                            name(place),
                            PolicyForm.code(place).equals(chosen)))
                    .toList();
            if (!choices.isEmpty()) {
                groups.add(new LineFormPage.Group(level(level), choices));
            }
        }
        boolean known =
                groups.stream().flatMap(group -> group.choices().stream()).anyMatch(LineFormPage.Choice::chosen);
        return known
                ? groups
                : Stream.concat(
                                PolicyForm.place(chosen).stream()
                                        .map(place -> new LineFormPage.Group(
                                                level(place.level()),
                                                List.of(new LineFormPage.Choice(chosen, place.code(), true)))),
                                groups.stream())
                        .toList();
    }

    /** Without the kind of place; one that is no longer registered by its code. */
    String name(Place place) {
        return place.level() == Level.MUNICIPALITY ? level(place.level()) : names.getOrDefault(place, place.code());
    }
}
