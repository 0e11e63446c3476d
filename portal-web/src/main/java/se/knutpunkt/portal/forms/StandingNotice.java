package se.knutpunkt.portal.forms;

import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.DraftStanding;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/**
 * What a draft's pages say when its form has a newer version.
 *
 * @param text empty when there is nothing to say
 * @param address local address of the page that moves it to the newer version
 * @param ended whether it has to be moved before it can be sent
 */
public record StandingNotice(String text, String address, boolean ended) {

    private static final StandingNotice NOTHING = new StandingNotice("", "", false);

    /** True when there is something to say. */
    public boolean shown() {
        return !text.isEmpty();
    }

    /** The notice of a draft. */
    public static StandingNotice of(DraftStanding standing, String slug, DraftRef ref, Language language) {
        return standing.outdated()
                ? new StandingNotice(
                        words(standing, language), Addresses.page(slug, ref, Addresses.UPDATE), standing.ended())
                : NOTHING;
    }

    private static String words(DraftStanding standing, Language language) {
        if (standing.ended()) {
            return Texts.text(language, "version.ended");
        }
        if (!standing.breaking()) {
            return Texts.text(language, "version.harmless");
        }
        return standing.last()
                .map(day -> Texts.text(language, "version.breaking", Dates.date(day, language)))
                .orElseGet(() -> Texts.text(language, "version.breaking.always"));
    }
}
