package se.knutpunkt.eforms.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a form: one topic.
 *
 * @param id last part of the step's address
 * @param title heading, often the question itself
 * @param description a sentence under the heading
 * @param visible CEL rule over earlier fields; the step is skipped when it is false, or when no field in it is visible
 * @param fields what is asked
 */
public record FormPage(
        String id,
        Texts title,
        @Nullable Texts description,
        @Nullable String visible,
        List<Field> fields) {

    public FormPage {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
