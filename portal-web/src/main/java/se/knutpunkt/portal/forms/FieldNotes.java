package se.knutpunkt.portal.forms;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.eforms.fill.FieldView;

/** The function {@code k:about} of field templates. */
public final class FieldNotes {
    private FieldNotes() {}

    /** The ids of the field's help and error that stand on the page, in the order they are read. */
    public static String describedBy(FieldView field) {
        return Stream.of(
                        field.help().isEmpty() ? "" : "h-" + field.id(),
                        field.error().isEmpty() ? "" : "e-" + field.id())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
