package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.YesNoShape;

/**
 * A declaration, or a consent: one box to tick, with its text as the label. A declaration is required by its definition; a
 * consent that is a free choice is not.
 */
final class DeclarationField implements FieldType {

    private static final String YES = "yes";
    private static final Texts WORDS = Texts.of("Ja", "Yes");

    @Override
    public String code() {
        return "declaration";
    }

    @Override
    public boolean declares() {
        return true;
    }

    @Override
    public boolean isUnsentWhenEmpty() {
        return true;
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String value = Typed.line(raw);
        if (value.isEmpty()) {
            return Reading.unanswered();
        }
        return YES.equals(value) ? Reading.right(YES) : Reading.wrong("declaration.missing");
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("declaration.missing");
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(WORDS.in(locale));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new YesNoShape(YES));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.BOOL);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return YES.equals(values.get(0));
    }
}
