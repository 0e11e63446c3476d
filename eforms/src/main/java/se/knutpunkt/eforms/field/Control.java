package se.knutpunkt.eforms.field;

import java.util.List;

/**
 * What the control of a field needs to know, in one language. What a type has no use for is empty or 0, never null.
 *
 * @param autocomplete token of the attribute {@code autocomplete} (HTML, WCAG 1.3.5)
 * @param inputMode value of the attribute {@code inputmode}
 * @param maxLength most characters; 0 when there is no limit. Said in words, not as an attribute that cuts what is pasted
 * @param unit what a number counts
 * @param options what can be chosen
 * @param files what a field of files takes
 * @param rows what the rows of a repeating group are
 */
public record Control(
        String autocomplete,
        String inputMode,
        int maxLength,
        String unit,
        List<Choice> options,
        FileRules files,
        RowRules rows) {

    /** A control without anything particular. */
    public static final Control PLAIN = new Control("", "", 0, "", List.of(), FileRules.NONE, RowRules.NONE);

    public Control {
        options = List.copyOf(options);
    }

    /** True for a field of files. */
    public boolean takesFiles() {
        return files.max() > 0;
    }

    /**
     * One thing to choose.
     *
     * @param value what the control sends
     * @param label what people see
     * @param help a line under it; empty when there is none
     */
    public record Choice(String value, String label, String help) {}

    /**
     * What a field of files takes.
     *
     * @param accept value of the attribute {@code accept}
     * @param max most files; 0 for other types
     * @param maxMegabytes greatest size of one
     */
    public record FileRules(String accept, int max, int maxMegabytes) {

        static final FileRules NONE = new FileRules("", 0, 0);
    }

    /**
     * What the rows of a repeating group are.
     *
     * @param min fewest
     * @param max most; 0 for other types
     * @param item name of one row; empty when it has none of its own
     */
    public record RowRules(int min, int max, String item) {

        static final RowRules NONE = new RowRules(0, 0, "");
    }

    Control withRows(RowRules rules) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, files, rules);
    }

    Control withAutocomplete(String token) {
        return new Control(token, inputMode, maxLength, unit, options, files, rows);
    }

    Control withInputMode(String mode) {
        return new Control(autocomplete, mode, maxLength, unit, options, files, rows);
    }

    Control withMaxLength(int characters) {
        return new Control(autocomplete, inputMode, characters, unit, options, files, rows);
    }

    Control withUnit(String words) {
        return new Control(autocomplete, inputMode, maxLength, words, options, files, rows);
    }

    Control withOptions(List<Choice> choices) {
        return new Control(autocomplete, inputMode, maxLength, unit, choices, files, rows);
    }

    Control withFiles(FileRules rules) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, rules, rows);
    }
}
