package se.knutpunkt.eforms.design;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.CatalogueSection;
import se.knutpunkt.eforms.definition.Category;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Texts;

/** The open forms in the order and by the words that people look for them. */
final class Catalogue {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 10;
    private static final int IN_TITLE = 4;
    private static final int IN_KEYWORDS = 2;
    private static final int IN_DESCRIPTION = 1;

    private final List<FormVersion> open;
    private final Locale locale;

    Catalogue(List<FormVersion> open, Locale locale) {
        this.open = open.stream().sorted(byTitle(locale)).toList();
        this.locale = locale;
    }

    List<CatalogueSection> sections() {
        return Arrays.stream(Category.values())
                .map(category -> new CatalogueSection(
                        category,
                        open.stream()
                                .filter(form -> form.definition().category() == category)
                                .toList()))
                .filter(section -> !section.forms().isEmpty())
                .toList();
    }

    List<FormVersion> search(String query) {
        List<String> wanted = words(query).stream().limit(MOST_WORDS).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return open.stream()
                .filter(form -> score(form, wanted) > 0)
                .sorted(Comparator.comparingInt((FormVersion form) -> score(form, wanted))
                        .reversed())
                .toList();
    }

    /** 0 unless every word is found; then the sum of where each is found first. */
    private int score(FormVersion form, List<String> wanted) {
        FormDefinition definition = form.definition();
        int sum = 0;
        for (String word : wanted) {
            int best = begins(definition.title(), word)
                    ? IN_TITLE
                    : begins(definition.keywords(), word)
                            ? IN_KEYWORDS
                            : begins(definition.description(), word) ? IN_DESCRIPTION : 0;
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum;
    }

    private boolean begins(@Nullable Texts texts, String word) {
        return texts != null && words(texts.in(locale)).stream().anyMatch(candidate -> candidate.startsWith(word));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Comparator<FormVersion> byTitle(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return Comparator.comparing(form -> form.definition().title().in(locale), collator::compare);
    }
}
