package se.knutpunkt.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of text and ground that the style sheet makes is readable, in every theme and scheme (WCAG 2.2, 1.4.3). */
class ContrastTest {
    private static final Path THEMES = Path.of("src/main/resources/META-INF/resources/assets/themes");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6})");
    private static final double TEXT = 4.5;
    private static final double BODY_TEXT = 7;
    private static final double CONTROL = 3;

    /** The tokens of one scheme of one theme. */
    record Scheme(String name, Map<String, String> tokens) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scheme> schemes() throws IOException {
        try (Stream<Path> folders = Files.list(THEMES)) {
            return folders.sorted().toList().stream().flatMap(ContrastTest::schemes);
        }
    }

    private static Stream<Scheme> schemes(Path theme) {
        try {
            String css = Files.readString(theme.resolve("theme.css"));
            int dark = css.indexOf("@media (prefers-color-scheme: dark)");
            assertThat(dark).as("dark scheme of %s", theme).isPositive();
            Map<String, String> light = tokens(css.substring(0, dark));
            Map<String, String> both = new HashMap<>(light);
            both.putAll(tokens(css.substring(dark)));
            String name = theme.getFileName().toString();
            return Stream.of(new Scheme(name + ", light", light), new Scheme(name + ", dark", both));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void bodyTextReadsWell(Scheme scheme) {
        for (String ground : List.of("paper", "surface")) {
            assertPair(scheme, "ink", ground, BODY_TEXT);
            assertPair(scheme, "ink-soft", ground, BODY_TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void colouredTextReads(Scheme scheme) {
        for (String text : List.of("brand", "brand-deep", "notice", "good", "warning", "error")) {
            assertPair(scheme, text, "paper", TEXT);
        }
        for (String kind : List.of("brand", "notice", "good", "warning", "error")) {
            assertPair(scheme, kind, kind + "-tint", TEXT);
            assertPair(scheme, "ink", kind + "-tint", TEXT);
            assertPair(scheme, "ink-soft", kind + "-tint", TEXT);
        }
        assertPair(scheme, "brand-deep", "brand-tint", TEXT);
        assertPair(scheme, "brand", "surface", TEXT);
        assertPair(scheme, "on-brand", "brand", TEXT);
        assertPair(scheme, "on-brand", "brand-deep", TEXT);
        assertPair(scheme, "on-notice", "notice", TEXT);
        assertPair(scheme, "paper", "error", TEXT);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void controlsAndFocusAreSeen(Scheme scheme) {
        assertPair(scheme, "control", "paper", CONTROL);
        assertPair(scheme, "error", "paper", CONTROL);
        assertPair(scheme, "brand", "paper", CONTROL);
        assertPair(scheme, "focus", "focus-ink", CONTROL);
    }

    private static void assertPair(Scheme scheme, String text, String ground, double least) {
        assertThat(contrast(scheme.tokens().get(text), scheme.tokens().get(ground)))
                .as("%s: %s on %s", scheme, text, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            tokens.put(token.group(1), token.group(2));
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
