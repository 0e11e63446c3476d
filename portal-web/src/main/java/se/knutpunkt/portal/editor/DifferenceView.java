package se.knutpunkt.portal.editor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.change.Change;
import se.knutpunkt.eforms.change.Difference;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.portal.page.Visit;

/**
 * What a version changes, for an editor to read.
 *
 * @param against the number of the version that it is compared with
 * @param breaking changes that break drafts on that version
 * @param harmless changes that do not
 */
public record DifferenceView(String against, List<Line> breaking, List<Line> harmless) {

    /**
     * A change.
     *
     * @param before what stood there; empty when it was nothing, or the sentence says all
     * @param after what stands there now
     * @param quoted whether the two are shown
     */
    public record Line(String place, String text, String before, String after, boolean quoted) {}

    static DifferenceView of(FormVersion before, FormVersion version, Visit visit) {
        Locale locale = visit.getLanguage().locale();
        Difference difference = Difference.between(before.definition(), version.definition());
        return new DifferenceView(
                Integer.toString(before.number()), lines(difference, true, locale), lines(difference, false, locale));
    }

    /** True when nothing differs. */
    public boolean same() {
        return breaking.isEmpty() && harmless.isEmpty();
    }

    private static List<Line> lines(Difference difference, boolean breaking, Locale locale) {
        return difference.changes().stream()
                .filter(change -> change.breaking() == breaking)
                .map(change -> line(change, locale))
                .toList();
    }

    private static Line line(Change change, Locale locale) {
        return new Line(
                change.place().in(locale),
                change.text().in(locale),
                words(change.before(), locale),
                words(change.after(), locale),
                change.before() != null);
    }

    private static String words(@Nullable Texts texts, Locale locale) {
        return texts == null ? "" : texts.in(locale);
    }
}
