package se.knutpunkt.portal.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every check of a login, each as the mutation that takes it out. */
final class Mutations {
    /** The tests run in the folder of their module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Path LOGIN = Path.of("portal-web/src/main/java/se/knutpunkt/portal/login");
    private static final Path CHECK = LOGIN.resolve("saml/Check.java");
    private static final String MADE = "if (!check.holds().test(subject)) {";
    private static final Pattern LISTED = Pattern.compile("new Check<>\\(\\s*LoginError\\.([A-Z_]+)");

    private Mutations() {}

    /** Those of {@code mutations.txt}, and one for each entry of the two lists of checks. */
    static List<Mutation> all() {
        return Stream.concat(
                        listed().stream()
                                .map(error -> new Mutation(
                                        error,
                                        "left out of its list",
                                        CHECK,
                                        MADE,
                                        MADE.replace(
                                                "(!check",
                                                "(check.error() != se.knutpunkt.portal.login.LoginError." + error
                                                        + " && !check"))),
                        Mutation.read(text()).stream())
                .toList();
    }

    /** The errors of the checks in the two lists, by their sources. */
    static Set<String> listed() {
        Set<String> errors = new TreeSet<>();
        for (String file : List.of("saml/ResponseChecks.java", "saml/AssertionChecks.java")) {
            LISTED.matcher(Sources.text(PROJECT.resolve(LOGIN).resolve(file)))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(errors::add);
        }
        return errors;
    }

    /** Every constant of {@code LoginError} that the product's sources refuse with. */
    static Set<String> thrown() {
        Pattern use = Pattern.compile("LoginError\\.([A-Z][A-Z_]+)");
        Set<String> errors = new TreeSet<>();
        for (Path source : Sources.under(PROJECT.resolve(LOGIN))) {
            use.matcher(Sources.text(source))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(errors::add);
        }
        return errors;
    }

    private static String text() {
        try (InputStream list = Mutations.class.getResourceAsStream("mutations.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
