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
 * @param kind which of several looks the type has
 * @param address where a link leads
 * @param parts the inputs of a field that has several, in order
 */
public record Control(
        String autocomplete,
        String inputMode,
        int maxLength,
        String unit,
        List<Choice> options,
        FileRules files,
        RowRules rows,
        String kind,
        String address,
        List<Part> parts) {

    /** A control without anything particular. */
    public static final Control PLAIN =
            new Control("", "", 0, "", List.of(), FileRules.NONE, RowRules.NONE, "", "", List.of());

    public Control {
        options = List.copyOf(options);
        parts = List.copyOf(parts);
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
     * One input of several.
     *
     * @param name end of the input's id; the first input has the id of the field alone
     * @param autocomplete token of the attribute {@code autocomplete}; empty when there is none
     */
    public record Part(String name, String autocomplete) {}

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

    Control withAutocomplete(String token) {
        return new Control(token, inputMode, maxLength, unit, options, files, rows, kind, address, parts);
    }

    Control withInputMode(String mode) {
        return new Control(autocomplete, mode, maxLength, unit, options, files, rows, kind, address, parts);
    }

    Control withMaxLength(int characters) {
        return new Control(autocomplete, inputMode, characters, unit, options, files, rows, kind, address, parts);
    }

    Control withUnit(String words) {
        return new Control(autocomplete, inputMode, maxLength, words, options, files, rows, kind, address, parts);
    }

    Control withOptions(List<Choice> choices) {
        return new Control(autocomplete, inputMode, maxLength, unit, choices, files, rows, kind, address, parts);
    }

    Control withFiles(FileRules accepted) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, accepted, rows, kind, address, parts);
    }

    Control withRows(RowRules rules) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, files, rules, kind, address, parts);
    }

    Control withKind(String look) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, files, rows, look, address, parts);
    }

    Control withAddress(String target) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, files, rows, kind, target, parts);
    }

    Control withParts(List<Part> inputs) {
        return new Control(autocomplete, inputMode, maxLength, unit, options, files, rows, kind, address, inputs);
    }
}
