package se.knutpunkt.portal.forms;

import java.util.List;
import se.knutpunkt.eforms.definition.CatalogueSection;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * All services by heading, and above them what a search found.
 *
 * @param query what was searched for; empty when nothing was
 * @param title the heading: what was found, or what the page holds
 * @param found the services found, best first
 * @param sections all services; shown when nothing was found too, so that nobody ends in a blind alley
 */
public record CataloguePage(String query, String title, List<ServiceLine> found, List<Section> sections) {
    /** Longest search in characters; the rest is not searched for. */
    static final int LONGEST_QUERY = 100;

    /** A heading with its services. */
    public record Section(String code, String label, List<ServiceLine> services) {}

    /** True when a search was made. */
    public boolean searched() {
        return !query.isEmpty();
    }

    /** True when the search led to nothing. */
    public boolean nothingFound() {
        return searched() && found.isEmpty();
    }

    static CataloguePage all(List<CatalogueSection> catalogue, Language language) {
        return new CataloguePage("", Texts.text(language, "catalogue.title"), List.of(), sections(catalogue, language));
    }

    static CataloguePage found(
            String query, List<FormVersion> found, List<CatalogueSection> catalogue, Language language) {
        return new CataloguePage(
                query,
                Texts.text(language, "catalogue.found.title", found.size(), query),
                found.stream()
                        .map(form -> ServiceLine.of(form.definition(), language))
                        .toList(),
                found.isEmpty() ? sections(catalogue, language) : List.of());
    }

    /** The words that are searched for: one line, without control characters, of a sensible length. */
    static String cleaned(String typed) {
        String line = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_QUERY, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    private static List<Section> sections(List<CatalogueSection> catalogue, Language language) {
        return catalogue.stream()
                .map(section -> new Section(
                        section.category().code(),
                        section.category().label().in(language.locale()),
                        section.forms().stream()
                                .map(form -> ServiceLine.of(form.definition(), language))
                                .toList()))
                .toList();
    }
}
