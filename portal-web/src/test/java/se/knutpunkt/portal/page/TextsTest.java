package se.knutpunkt.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern IN_PAGE = Pattern.compile("msg\\['([a-z0-9.\\-]+)']|visit\\.text\\('([a-z0-9.\\-]+)'");

    @Test
    void englishHasTheKeysOfSwedish() {
        assertThat(texts(Language.ENGLISH).keySet())
                .isEqualTo(texts(Language.SWEDISH).keySet());
    }

    @Test
    void bothLanguagesFillInTheSamePlaces() {
        Map<String, String> english = texts(Language.ENGLISH);
        texts(Language.SWEDISH)
                .forEach((key, text) ->
                        assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void noTextShouts() {
        for (Language language : Language.values()) {
            texts(language)
                    .forEach(
                            (key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("!"));
        }
    }

    @Test
    void everyKeyUsedInPagesExists() throws IOException {
        Set<String> known = texts(Language.SWEDISH).keySet();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
                Matcher used = IN_PAGE.matcher(Files.readString(page));
                while (used.find()) {
                    String key = used.group(1) == null ? used.group(2) : used.group(1);
                    if (!key.endsWith(".")) {
                        assertThat(known).as(page.toString()).contains(key);
                    }
                }
            }
        }
    }

    private static Map<String, String> texts(Language language) {
        ResourceBundle bundle = Texts.bundle(language);
        // The keys of the file alone: what only the Swedish parent has would hide what English lacks.
        return bundle.keySet().stream()
                .filter(key -> ((java.util.PropertyResourceBundle) bundle).handleGetObject(key) != null)
                .collect(Collectors.toMap(key -> key, bundle::getString, (a, b) -> a, TreeMap::new));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }
}
