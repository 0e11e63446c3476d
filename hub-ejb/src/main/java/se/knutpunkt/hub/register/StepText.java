package se.knutpunkt.hub.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process step as text: {@code code | svenskt namn | English name | signaleras, diarieförs}. A backslash goes before a
 * bar or a backslash that belongs to a name. What is typed wrong is kept as it is, so that it can be shown again.
 *
 * @param words {@link #SIGNALS} and {@link #DIARY_EVENT} when they hold, and whatever else stood there
 */
public record StepText(String code, String sv, String en, List<String> words) {
    public static final String SIGNALS = "signaleras";
    public static final String DIARY_EVENT = "diarieförs";

    private static final int PARTS = 4;

    public StepText {
        code = code.strip();
        sv = sv.strip();
        en = en.strip();
        words = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static StepText of(ProcessStep step) {
        return new StepText(step.code(), step.name().sv(), step.name().en(), words(step.signals(), step.diaryEvent()));
    }

    /** The words of a step that signals, or is a diary event, or both, or neither. */
    public static List<String> words(boolean signals, boolean diaryEvent) {
        List<String> words = new ArrayList<>();
        if (signals) {
            words.add(SIGNALS);
        }
        if (diaryEvent) {
            words.add(DIARY_EVENT);
        }
        return words;
    }

    public boolean signals() {
        return words.contains(SIGNALS);
    }

    public boolean diaryEvent() {
        return words.contains(DIARY_EVENT);
    }

    /** The steps of a text, one a line; empty lines are none. */
    public static List<StepText> read(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(StepText::line).toList();
    }

    /** Steps as text; those of which nothing is typed are left out. */
    public static String write(List<StepText> steps) {
        return steps.stream()
                .filter(step -> !step.isEmpty())
                .map(StepText::line)
                .collect(Collectors.joining("\n"));
    }

    private boolean isEmpty() {
        return code.isEmpty() && sv.isEmpty() && en.isEmpty();
    }

    ProcessStep step() {
        return new ProcessStep(code, new Name(sv, en), signals(), diaryEvent());
    }

    private String line() {
        return String.join(" | ", escaped(code), escaped(sv), escaped(en), escaped(String.join(", ", words)));
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static StepText line(String line) {
        List<String> parts = parts(line);
        return new StepText(
                parts.get(0), parts.get(1), parts.get(2), List.of(parts.get(3).split(",")));
    }

    /** Always four: what stands after a fourth bar belongs to the last. */
    private static List<String> parts(String line) {
        List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < line.length(); i++) {
            char here = line.charAt(i);
            StringBuilder part = parts.get(parts.size() - 1);
            if (here == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                part.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else if (here == '|' && parts.size() < PARTS) {
                parts.add(new StringBuilder());
            } else {
                part.append(here);
            }
        }
        while (parts.size() < PARTS) {
            parts.add(new StringBuilder());
        }
        return parts.stream().map(StringBuilder::toString).toList();
    }
}
