package se.knutpunkt.eforms.field;

import java.util.List;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.TextShape;

/**
 * The bounds of a text's length, in Unicode code points.
 *
 * @param min fewest, when something is typed at all
 * @param max most
 */
record TextLength(int min, int max) {

    static TextLength of(Field field, int defaultMax) {
        Integer min = field.limits().minLength();
        Integer max = field.limits().maxLength();
        return new TextLength(min == null ? 0 : min, max == null ? defaultMax : max);
    }

    /** Whether all texts of that length have this length too. */
    boolean takesAllOf(TextLength before) {
        return min <= before.min && max >= before.max;
    }

    List<DefinitionFault> faults(Field field, int most) {
        return new Bounds()
                .within(field.limits().minLength(), 1, most, "minLength")
                .within(field.limits().maxLength(), 1, most, "maxLength")
                .ordered(min, max, "minLength", "maxLength")
                .faults();
    }

    /** An answer has a character at least, whatever the definition says. */
    TextShape shape() {
        return new TextShape(Math.max(1, min), max);
    }

    Reading read(String text) {
        if (text.isEmpty()) {
            return Reading.unanswered();
        }
        if (Typed.unreadable(text)) {
            return Reading.wrong("unreadable");
        }
        int length = Typed.length(text);
        if (length < min) {
            return Reading.wrong("text.short", min, length);
        }
        if (length > max) {
            return Reading.wrong("text.long", max, length);
        }
        return Reading.right(text);
    }
}
