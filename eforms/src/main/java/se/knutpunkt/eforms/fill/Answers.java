package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;

/** Where the answers of a form come from: a draft as it was typed, or a form that is sent. */
interface Answers {

    /** Reads the answer of a field that is typed. */
    Reading read(Field field);

    /** The value of a field that is worked out, when it need not be worked out again. */
    boolean keepsComputed();

    /** The rows of a repeating group. */
    List<String> rows(Field group);

    /** What was typed; before anything was, a group has the rows that it must have. */
    record TypedIn(Map<String, List<String>> typed, LocalDate today) implements Answers {

        @Override
        public Reading read(Field field) {
            FieldType type = FieldTypes.standard().of(field);
            return type.read(field, type.repeats() ? rows(field) : typed.getOrDefault(field.id(), List.of()), today);
        }

        @Override
        public boolean keepsComputed() {
            return false;
        }

        @Override
        public List<String> rows(Field group) {
            List<String> known = typed.get(group.id());
            if (known != null) {
                return known;
            }
            int least = FieldTypes.standard()
                    .of(group)
                    .control(group, java.util.Locale.ROOT)
                    .rows()
                    .min();
            return IntStream.rangeClosed(1, least).mapToObj(Integer::toString).toList();
        }
    }

    /** Normalised answers as they were sent. */
    record Sent(Map<String, List<String>> answers) implements Answers {

        @Override
        public Reading read(Field field) {
            List<String> values = answers.getOrDefault(field.id(), List.of());
            return values.isEmpty() ? Reading.unanswered() : new Reading.Right(values);
        }

        @Override
        public boolean keepsComputed() {
            return true;
        }

        @Override
        public List<String> rows(Field group) {
            return answers.getOrDefault(group.id(), List.of());
        }
    }
}
