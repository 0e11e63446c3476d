package se.knutpunkt.eforms.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, or a text between questions.
 *
 * @param id name of the answer in rules, in packages to the diary and in the page's controls
 * @param type code of a registered field type
 * @param label the question
 * @param help what helps in answering; for an information text its body
 * @param required whether it must be answered whenever it is visible
 * @param requiredWhen CEL rule over the form's fields up to the end of its page that makes it required
 * @param visible CEL rule over earlier fields; absent means always
 * @param missing what is said when a required answer is missing, instead of the usual words
 * @param limits bounds, those that the type knows
 * @param options what can be chosen
 * @param prefill what of a logged-in person's profile is filled in beforehand
 * @param compute CEL expression over earlier fields that is the answer, for the types that are computed
 * @param item name of one row of a repeating group, in the singular
 * @param fields what each row of a repeating group asks
 */
public record Field(
        String id,
        String type,
        Texts label,
        @Nullable Texts help,
        boolean required,
        @Nullable String requiredWhen,
        @Nullable String visible,
        @Nullable Texts missing,
        Limits limits,
        List<Option> options,
        @Nullable Prefill prefill,
        @Nullable String compute,
        @Nullable Texts item,
        List<Field> fields) {

    public Field {
        limits = limits == null ? Limits.NONE : limits;
        options = options == null ? List.of() : List.copyOf(options);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The same field where it stands in a row of a repeating group: under another name. */
    public Field named(String key) {
        return new Field(
                key,
                type,
                label,
                help,
                required,
                requiredWhen,
                visible,
                missing,
                limits,
                options,
                prefill,
                compute,
                item,
                fields);
    }

    /** The same field with other things to choose. */
    public Field choosing(List<Option> allowed) {
        return new Field(
                id,
                type,
                label,
                help,
                required,
                requiredWhen,
                visible,
                missing,
                limits,
                allowed,
                prefill,
                compute,
                item,
                fields);
    }

    /** The option with that value, if there is one. */
    public java.util.Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }
}
