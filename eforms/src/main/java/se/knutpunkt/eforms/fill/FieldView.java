package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;
import se.knutpunkt.eforms.field.Control;

/**
 * One field as its Facelets file {@code fields/<type>.xhtml} shows it, in one language. A value or an error is empty
 * when there is none, never null.
 *
 * @param id name and id of the control; links from the error summary lead to it
 * @param type code of the field type, also the name of the Facelets file
 * @param label the question
 * @param place name of the row it stands in; empty on the page itself
 * @param help what helps in answering
 * @param required false for those marked as optional
 * @param error what is wrong, in words
 * @param values what was typed, as it was typed
 * @param control what the control needs to know beyond that
 * @param opensOthers true when other fields on the same page depend on it
 * @param files the files of a field of files
 * @param rows the rows of a repeating group
 * @param errorPart name of the input that is wrong, in a field of several; empty when it is the field as a whole
 */
public record FieldView(
        String id,
        String type,
        String label,
        String place,
        String help,
        boolean required,
        String error,
        List<String> values,
        Control control,
        boolean opensOthers,
        List<FileView> files,
        List<RowView> rows,
        String errorPart) {

    public FieldView {
        values = List.copyOf(values);
        files = List.copyOf(files);
        rows = List.copyOf(rows);
    }

    /** A field of one input, or one where nothing is wrong with one input alone. */
    public FieldView(
            String id,
            String type,
            String label,
            String place,
            String help,
            boolean required,
            String error,
            List<String> values,
            Control control,
            boolean opensOthers,
            List<FileView> files,
            List<RowView> rows) {
        this(id, type, label, place, help, required, error, values, control, opensOthers, files, rows, "");
    }

    /** What is wrong, with the row where it stands, for the summary on top. */
    public String placedError() {
        return place.isEmpty() ? error : place + ": " + error;
    }

    /** The same, with what is known of its files' search for viruses by id. */
    FieldView withScans(Map<String, ScanState> scans) {
        return new FieldView(
                id,
                type,
                label,
                place,
                help,
                required,
                error,
                values,
                control,
                opensOthers,
                files.stream()
                        .map(file -> file.withScan(scans.getOrDefault(file.id(), ScanState.NONE)))
                        .toList(),
                rows.stream().map(row -> row.withScans(scans)).toList());
    }

    /** What was typed, for controls of one value. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** True when that option is chosen. */
    public boolean chosen(String option) {
        return values.contains(option);
    }

    /** True while a repeating group takes one more row. */
    public boolean takesMoreRows() {
        return rows.size() < control.rows().max();
    }

    /** True while a repeating group can lose a row. */
    public boolean sparesRows() {
        return rows.size() > control.rows().min();
    }

    /** What was typed in one input of several, counted from 0. */
    public String part(int number) {
        return number < values.size() ? values.get(number) : "";
    }

    /** The id of one input of several: of the first it is the same as of a field's only input. */
    public String inputId(int number) {
        return "f-" + id + (number == 0 ? "" : "-" + control.parts().get(number).name());
    }

    /** The token of the attribute {@code autocomplete} of one input of several. */
    public String autocomplete(int number) {
        return control.parts().get(number).autocomplete();
    }

    /** True when something is wrong with that input, or with the field as a whole. */
    public boolean wrongAt(int number) {
        boolean whole = errorPart.isEmpty();
        return !error.isEmpty()
                && (whole || errorPart.equals(control.parts().get(number).name()));
    }

    /** The id of the first input that is wrong: where the error summary leads. */
    public String wrongInput() {
        for (int number = 1; number < control.parts().size(); number++) {
            if (errorPart.equals(control.parts().get(number).name())) {
                return inputId(number);
            }
        }
        return inputId(0);
    }
}
