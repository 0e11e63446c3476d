package se.knutpunkt.portal.forms;

import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * An e-service as a line in a list.
 *
 * @param href where it begins
 * @param title its name
 * @param note one line: how long it takes and whether one logs in
 */
public record ServiceLine(String href, String title, String note) {

    static ServiceLine of(FormDefinition form, Language language) {
        return new ServiceLine(
                Addresses.service(form.slug()),
                form.title().in(language.locale()),
                Texts.text(language, loginKey(form), form.intro().timeNeeded().in(language.locale())));
    }

    private static String loginKey(FormDefinition form) {
        return switch (form.submitters()) {
            case ANONYMOUS -> "catalogue.line.anonymous";
            case BOTH -> "catalogue.line.both";
            case EID_REQUIRED -> "catalogue.line.eid";
        };
    }
}
