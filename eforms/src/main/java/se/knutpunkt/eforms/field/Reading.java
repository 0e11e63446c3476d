package se.knutpunkt.eforms.field;

import java.util.List;

/** What came of reading what was typed. */
public sealed interface Reading {

    /** Nothing was typed. */
    record Unanswered() implements Reading {}

    /** An answer, normalised; at least one value. */
    record Right(List<String> values) implements Reading {

        public Right {
            values = List.copyOf(values);
        }
    }

    /** It can't be taken. */
    record Wrong(FieldError error) implements Reading {}

    /** Nothing was typed. */
    static Reading unanswered() {
        return new Unanswered();
    }

    /** An answer of one value. */
    static Reading right(String value) {
        return new Right(List.of(value));
    }

    /** It can't be taken, for that reason. */
    static Reading wrong(String key, Object... args) {
        return new Wrong(FieldError.of(key, args));
    }

    /** One input of several can't be taken, for that reason. */
    static Reading wrongPart(String part, String key, Object... args) {
        return new Wrong(FieldError.of(key, args).at(part));
    }
}
