package se.knutpunkt.portal.login;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.knutpunkt.portal.login.saml.ServiceProvider.Choice;
import se.knutpunkt.portal.login.saml.Words;
import se.knutpunkt.portal.page.Language;

/** The providers to choose among, as a person who reads one language meets them. */
final class Choices {
    /** More than fit on a phone's screen without looking for one's own. */
    private static final int MANY = 8;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private final List<Choice> sorted;
    private final Language language;

    Choices(List<Choice> choices, Language language) {
        this.language = language;
        Collator collator = Collator.getInstance(language.locale());
        sorted = choices.stream()
                .sorted(Comparator.comparing((Choice choice) -> words(choice).name(), collator::compare)
                        .thenComparing(Choice::entityId))
                .toList();
    }

    /** All, in the order of the language's alphabet. */
    List<Choice> all() {
        return sorted;
    }

    boolean areMany() {
        return sorted.size() > MANY;
    }

    /** Those where every word of the query stands somewhere in the name, keywords or description of either language. */
    List<Choice> search(String query) {
        List<String> wanted = Arrays.asList(BETWEEN_WORDS.split(plain(query).strip()));
        return sorted.stream()
                .filter(choice -> {
                    String text = plain(text(choice.sv()) + " " + text(choice.en()));
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** The one whose key the device remembers, if it is still offered. */
    Optional<Choice> remembered(Optional<String> key) {
        return key.flatMap(k -> sorted.stream()
                .filter(choice -> RememberedChoice.key(choice.entityId()).equals(k))
                .findFirst());
    }

    Words words(Choice choice) {
        return language == Language.SWEDISH ? choice.sv() : choice.en();
    }

    private static String text(Words words) {
        return words.name() + " " + words.keywords() + " " + words.description();
    }

    /** Small letters without rings and dots: who looks on a foreign keyboard finds too. */
    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
