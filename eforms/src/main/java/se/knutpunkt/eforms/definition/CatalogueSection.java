package se.knutpunkt.eforms.definition;

import java.util.List;

/**
 * One heading of the catalogue with its open forms, sorted by title in the asked language.
 *
 * @param category the heading
 * @param forms the newest published version of each, never empty
 */
public record CatalogueSection(Category category, List<FormVersion> forms) {

    public CatalogueSection {
        forms = List.copyOf(forms);
    }
}
