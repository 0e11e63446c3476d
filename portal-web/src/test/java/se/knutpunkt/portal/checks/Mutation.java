package se.knutpunkt.portal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One check taken out of the source, and nothing else.
 *
 * @param error what the check refuses with: a constant of {@code LoginError}, or a word for checks that end otherwise
 * @param name what is taken out
 * @param file the source file, from the project's folder
 * @param before the text that makes the check; between its words any white space may stand
 * @param after what stands there without the check
 */
record Mutation(String error, String name, Path file, String before, String after) {
    private static final Pattern HEAD = Pattern.compile("\\[([A-Z_]+)] (.+)");

    /**
     * The mutations of a list: a head {@code [ERROR] name}, the file, lines with {@code -} that go, lines with {@code +}
     * that come. A line that begins with {@code #} is a remark; {@code in PATH} is the folder of the files that follow.
     *
     * @throws IllegalArgumentException when a line is none of these
     */
    static List<Mutation> read(String list) {
        List<Mutation> all = new ArrayList<>();
        Path folder = Path.of("");
        Draft draft = null;
        for (String line : list.lines().toList()) {
            Matcher head = HEAD.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (head.matches()) {
                finish(draft, all);
                draft = new Draft(head.group(1), head.group(2));
            } else if (line.startsWith("in ")) {
                finish(draft, all);
                draft = null;
                folder = Path.of(line.substring(3).strip());
            } else if (draft == null) {
                throw new IllegalArgumentException("outside a mutation: " + line);
            } else {
                draft.take(line, folder);
            }
        }
        finish(draft, all);
        return all;
    }

    /**
     * The source without the check.
     *
     * @throws IllegalStateException when the text does not stand there exactly once
     */
    String applied(Path project) {
        String source = read(project.resolve(file));
        Matcher place = pattern().matcher(source);
        if (!place.find()) {
            throw new IllegalStateException(this + ": not in " + file + ": " + before);
        }
        String changed = source.substring(0, place.start()) + after + source.substring(place.end());
        if (place.find()) {
            throw new IllegalStateException(this + ": more than once in " + file + ": " + before);
        }
        return changed;
    }

    @Override
    public String toString() {
        return error + ", " + name;
    }

    /** A formatter breaks lines where it likes. */
    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(before.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void finish(Draft draft, List<Mutation> into) {
        if (draft != null) {
            into.add(draft.mutation());
        }
    }

    private static final class Draft {
        private final String error;
        private final String name;
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder after = new StringBuilder();
        private Path file = Path.of("");

        Draft(String error, String name) {
            this.error = error;
            this.name = name;
        }

        void take(String line, Path folder) {
            switch (line.charAt(0)) {
                case '-' -> before.append(line.substring(1)).append('\n');
                case '+' -> after.append(line.substring(1)).append('\n');
                default -> file = folder.resolve(line.strip());
            }
        }

        Mutation mutation() {
            if (file.toString().isEmpty() || before.toString().isBlank()) {
                throw new IllegalArgumentException("without a file or a text: " + error + " " + name);
            }
            return new Mutation(
                    error, name, file, before.toString(), after.toString().stripTrailing());
        }
    }
}
