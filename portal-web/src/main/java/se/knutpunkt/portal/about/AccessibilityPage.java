package se.knutpunkt.portal.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.portal.about.AccessibilityStatement.Barrier;
import se.knutpunkt.portal.about.AccessibilityStatement.LeftOut;
import se.knutpunkt.portal.about.AccessibilityStatement.Situation;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * The accessibility statement in one language.
 *
 * @param conformance the sentence with Digg's wording
 * @param groups what is not accessible, by situation of use
 */
public record AccessibilityPage(
        String actor,
        String service,
        String conformance,
        List<Group> groups,
        String assessed,
        String updated,
        String method,
        List<Item> undueBurden,
        List<Item> outsideLaw) {

    /** What is not accessible in one situation of use. */
    public record Group(String title, List<Item> items) {}

    /** What, why, and what to do instead; the last is empty where there is nothing to say. */
    public record Item(String what, String why, String instead) {}

    static AccessibilityPage of(AccessibilityStatement statement, String actor, Language language) {
        String service = in(statement.service(), language);
        return new AccessibilityPage(
                actor,
                service,
                Texts.text(language, "about.conformance." + key(statement.conformance()), service),
                groups(statement.barriers(), language),
                Dates.date(statement.assessed(), language),
                Dates.date(statement.updated(), language),
                in(statement.method(), language),
                leftOut(statement.undueBurden(), language),
                leftOut(statement.outsideLaw(), language));
    }

    private static List<Group> groups(List<Barrier> barriers, Language language) {
        List<Group> groups = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            List<Item> items = barriers.stream()
                    .filter(barrier -> barrier.situation() == situation)
                    .map(barrier -> new Item(
                            in(barrier.what(), language), in(barrier.why(), language), in(barrier.instead(), language)))
                    .toList();
            if (!items.isEmpty()) {
                groups.add(new Group(Texts.text(language, "about.situation." + key(situation)), items));
            }
        }
        return groups;
    }

    private static List<Item> leftOut(List<LeftOut> all, Language language) {
        return all.stream()
                .map(left -> new Item(in(left.what(), language), in(left.why(), language), ""))
                .toList();
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String in(Name name, Language language) {
        return name.in(language.getTag());
    }
}
