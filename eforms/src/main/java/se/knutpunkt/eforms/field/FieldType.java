package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Prefill;
import se.knutpunkt.eforms.shape.Shape;

/**
 * All there is to know about one kind of field. An answer is kept as a list of normalised strings: one for most types,
 * one for each chosen option, one file id for each file, one for each part of an answer of several, in their order, where
 * a part that was left out is empty; an unanswered field has none.
 */
public interface FieldType {

    /** Name in definitions, and name of the type's Facelets file. */
    String code();

    /** Names of the limits it knows, as in the definition's JSON. */
    default Set<String> limits() {
        return Set.of();
    }

    /** What of a profile it may be filled in with. */
    default Set<Prefill> prefills() {
        return Set.of();
    }

    /** True when the field chooses among options of its own. */
    default boolean hasOptions() {
        return false;
    }

    /** False for what only tells something. */
    default boolean asks() {
        return true;
    }

    /** False for what has no answer of its own, though it may keep the filler on its page. */
    default boolean answers() {
        return asks();
    }

    /** True when it is asked once for each of several rows: the fields of a row are {@link Field#fields()}. */
    default boolean repeats() {
        return false;
    }

    /** False for what is kept but stands on no page, review or receipt. */
    default boolean shown() {
        return true;
    }

    /**
     * The type that the field's expression must have, when its answer is worked out and not typed; empty for every
     * field that is typed.
     */
    default Optional<CelType> computes(Field field) {
        return Optional.empty();
    }

    /** A worked out value as it is kept; what the type can't hold is no answer. */
    default Reading computed(Field field, Object value) {
        return Reading.unanswered();
    }

    /** True when what is typed is one text, and not a choice or several inputs. */
    default boolean isOneText(Field field) {
        Control control = control(field, Locale.ROOT);
        return control.options().isEmpty() && control.parts().isEmpty();
    }

    /**
     * True when browsers send nothing of the field while it is empty, so that what was not sent was taken away. Of every
     * other field a browser sends something, and what it does not send stood on no page that was seen.
     */
    default boolean isUnsentWhenEmpty() {
        return false;
    }

    /** True when the answer consists of uploaded files. */
    default boolean takesFiles() {
        return false;
    }

    /** What a field of files takes; {@link FileLimits#NONE} for every other. */
    default FileLimits fileLimits(Field field) {
        return FileLimits.NONE;
    }

    /** What does not hold together in the field's limits and options; a check of the definition, not of an answer. */
    default List<DefinitionFault> faults(Field field) {
        return List.of();
    }

    /**
     * Whether every answer that fits within a field's limits fits within those of a later version of it, and means the
     * same: whether no limit became narrower. Options and rows are compared by others. A type that does not know better
     * takes any difference for a narrower one.
     *
     * @param before a field of this type
     * @param after the same in a later version, of this type too
     */
    default boolean takesAllOf(Field before, Field after) {
        return before.limits().equals(after.limits());
    }

    /** True when the answer is a yes to the field's own words, so that with other words it is another answer. */
    default boolean declares() {
        return false;
    }

    /** What the control needs to know. */
    default Control control(Field field, Locale locale) {
        return Control.PLAIN;
    }

    /**
     * Reads what was typed.
     *
     * @param raw values as the browser sent them, those of several inputs in the order of {@link Control#parts}; for a
     *     field of files the ids of its files
     * @param today the date in Sweden
     */
    Reading read(Field field, List<String> raw, LocalDate today);

    /** What is said when a required answer is missing and the definition has no words of its own. */
    default FieldError missing(Field field) {
        return FieldError.of("missing", field.label());
    }

    /** The answer in words, for review, receipt and staff; never called for an unanswered field. */
    List<String> lines(Field field, List<String> values, Locale locale);

    /** What was typed, in words where it can be read, and as it stands where it can't. */
    default List<String> typedLines(Field field, List<String> raw, Locale locale) {
        return read(field, raw, LocalDate.EPOCH) instanceof Reading.Right right
                ? lines(field, right.values(), locale)
                : raw;
    }

    /** How the answer stands in documents for other systems; empty for what only tells something. */
    Optional<Shape> shape(Field field);

    /** Type of the answer in rules, where it is wrapped in an optional; empty when rules can't use it. */
    Optional<CelType> celType(Field field);

    /**
     * Most characters or members that the answer may have in rules: what the bound of a rule's cost reckons with.
     */
    default int celSize(Field field) {
        return 200;
    }

    /** A normalised answer as rules see it; never called for an unanswered field. */
    Object celValue(Field field, List<String> values);
}
