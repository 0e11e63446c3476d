package se.knutpunkt.eforms.fill;

import java.util.List;
import se.knutpunkt.eforms.field.Control;

/**
 * One field as its Facelets file {@code fields/<type>.xhtml} shows it, in one language. A value or an error is empty
 * when there is none, never null.
 *
 * @param id name and id of the control; links from the error summary lead to it
 * @param type code of the field type, also the name of the Facelets file
 * @param label the question
 * @param help what helps in answering
 * @param required false for those marked as optional
 * @param error what is wrong, in words
 * @param values what was typed, as it was typed
 * @param control what the control needs to know beyond that
 * @param opensOthers true when other fields on the same page depend on it
 * @param files the files of a field of files
 */
public record FieldView(
        String id,
        String type,
        String label,
        String help,
        boolean required,
        String error,
        List<String> values,
        Control control,
        boolean opensOthers,
        List<FileView> files) {

    public FieldView {
        values = List.copyOf(values);
        files = List.copyOf(files);
    }

    /** What was typed, for controls of one value. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** True when that option is chosen. */
    public boolean chosen(String option) {
        return values.contains(option);
    }
}
