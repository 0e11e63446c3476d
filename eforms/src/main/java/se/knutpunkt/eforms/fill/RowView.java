package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;

/**
 * One row of a repeating group as its Facelets file shows it.
 *
 * @param name what names it in the page
 * @param id its own part of that: the value that tells that the row is there
 * @param title what it is called, with its number
 * @param fields its visible fields, in order
 */
public record RowView(String name, String id, String title, List<FieldView> fields) {

    public RowView {
        fields = List.copyOf(fields);
    }

    RowView withScans(Map<String, ScanState> scans) {
        return new RowView(
                name,
                id,
                title,
                fields.stream().map(field -> field.withScans(scans)).toList());
    }
}
