package se.knutpunkt.portal.forms;

import java.util.List;
import se.knutpunkt.eforms.definition.CatalogueSection;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * The start page.
 *
 * @param services the services offered first
 * @param categories all headings of the catalogue
 */
public record StartPage(List<ServiceLine> services, List<CategoryLine> categories) {
    /** So many services stand on the start page; the rest is found by heading or search. */
    static final int SHOWN = 6;

    /**
     * A heading of the catalogue.
     *
     * @param count how many services it holds, in words
     */
    public record CategoryLine(String href, String label, String count) {}

    static StartPage of(List<CatalogueSection> catalogue, Language language) {
        return new StartPage(
                catalogue.stream()
                        .flatMap(section -> section.forms().stream())
                        .limit(SHOWN)
                        .map(form -> ServiceLine.of(form.definition(), language))
                        .toList(),
                catalogue.stream()
                        .map(section -> new CategoryLine(
                                Addresses.SERVICES + "#" + section.category().code(),
                                section.category().label().in(language.locale()),
                                Texts.text(
                                        language,
                                        "start.category.count",
                                        section.forms().size())))
                        .toList());
    }
}
