package se.knutpunkt.eforms.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Texts;

/** The changes found so far, and the place that is being looked at. */
final class Found {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final List<Change> changes = new ArrayList<>();
    private Texts place = Texts.of("Hela formuläret", "The whole form");

    Difference difference() {
        return new Difference(changes);
    }

    void at(FormPage page) {
        place = said("Sidan ”%s”", "The page “%s”", page.title());
    }

    /** Adds a change whose sentence says all. */
    void add(boolean breaking, String swedish, String english, Texts... names) {
        add(breaking, said(swedish, english, names), null, null);
    }

    /** Adds a change of something that is written the same in every language. */
    void replaced(boolean breaking, Texts sentence, @Nullable Object before, @Nullable Object after) {
        add(breaking, sentence, plain(before), plain(after));
    }

    /** Adds a change of words, when they differ; a translation alone is told as such. */
    void words(boolean breaking, Texts sentence, @Nullable Texts before, @Nullable Texts after) {
        if (Objects.equals(before, after)) {
            return;
        }
        boolean translation =
                before != null && after != null && before.swedish().equals(after.swedish());
        boolean breaks = breaking && !extendsWords(before, after);
        if (translation) {
            add(
                    breaks,
                    Texts.of(
                            sentence.swedish() + " Bara en översättning är ändrad.",
                            sentence.in(Locale.ENGLISH) + " Only a translation is changed."),
                    null,
                    null);
        } else {
            add(breaks, sentence, before == null ? plain("") : before, after == null ? plain("") : after);
        }
    }

    /** Whether nobody who read the earlier words would read others now: a language may have come. */
    static boolean extendsWords(@Nullable Texts before, @Nullable Texts after) {
        if (before == null || after == null) {
            return Objects.equals(before, after);
        }
        return after.byLanguage().entrySet().containsAll(before.byLanguage().entrySet());
    }

    static Texts said(String swedish, String english, Texts... names) {
        return Texts.of(
                swedish.formatted(
                        Arrays.stream(names).map(name -> name.in(SWEDISH)).toArray()),
                english.formatted(Arrays.stream(names)
                        .map(name -> name.in(Locale.ENGLISH))
                        .toArray()));
    }

    private void add(boolean breaking, Texts text, @Nullable Texts before, @Nullable Texts after) {
        changes.add(new Change(breaking ? Change.Kind.BREAKING : Change.Kind.HARMLESS, place, text, before, after));
    }

    private static Texts plain(@Nullable Object value) {
        if (value instanceof Texts texts) {
            return texts;
        }
        String text = value == null
                ? ""
                : value instanceof List<?> list
                        ? String.join(", ", list.stream().map(String::valueOf).toList())
                        : value.toString();
        return Texts.of(text, text);
    }
}
