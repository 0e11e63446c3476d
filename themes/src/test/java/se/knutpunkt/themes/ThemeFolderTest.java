package se.knutpunkt.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A municipality's folder is complete, and what every page fetches stays small. */
class ThemeFolderTest {
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path THEMES = ASSETS.resolve("themes");
    private static final Pattern TOKEN_SET = Pattern.compile("--([a-z-]+):");
    private static final Pattern TOKEN_USED = Pattern.compile("var\\(--([a-z-]+)\\)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,8}\\b|\\brgb\\(|\\bhsl\\(");

    /** Bytes of type that a first visit may fetch; the first view of a form page is 100 KB in all. */
    private static final long FONT_BYTES = 45_000;

    static List<Path> themes() throws IOException {
        try (Stream<Path> folders = Files.list(THEMES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void holdsTokensLogoAndShore(Path theme) throws IOException {
        assertThat(theme.resolve("logo.svg")).content().contains("viewBox");
        assertThat(theme.resolve("shore.svg")).content().contains("viewBox");
        assertThat(theme.resolve("theme.css")).content().contains("url(\"shore.svg\")");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void setsEveryTokenThatTheLookUses(Path theme) throws IOException {
        String look = Files.readString(ASSETS.resolve("css/look.css"));
        Set<String> missing = names(TOKEN_USED, look);
        missing.removeAll(names(TOKEN_SET, Files.readString(theme.resolve("theme.css"))));
        missing.removeAll(names(TOKEN_SET, look.substring(0, look.indexOf("@media print"))));
        assertThat(missing).isEmpty();
    }

    @Test
    void theLookNamesNoColourExceptOnPaper() throws IOException {
        String look = Files.readString(ASSETS.resolve("css/look.css"));
        String onScreen = look.substring(0, look.indexOf("@media print"));
        assertThat(names(COLOUR, onScreen)).isEmpty();
    }

    @Test
    void typeIsSmall() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS.resolve("font"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".woff2"))
                            .mapToLong(file -> file.toFile().length()))
                    .isNotEmpty()
                    .allSatisfy(bytes -> assertThat(bytes).isLessThan(FONT_BYTES));
        }
    }

    private static Set<String> names(Pattern pattern, String css) {
        Set<String> names = new TreeSet<>();
        Matcher found = pattern.matcher(css);
        while (found.find()) {
            names.add(found.groupCount() == 0 ? found.group() : found.group(1));
        }
        return names;
    }
}
