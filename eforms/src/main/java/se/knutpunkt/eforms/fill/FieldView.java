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
        List<RowView> rows) {

    public FieldView {
        values = List.copyOf(values);
        files = List.copyOf(files);
        rows = List.copyOf(rows);
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
}
