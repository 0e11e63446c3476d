package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/**
 * A personal identity number or coordination number; kept and seen by rules as a text of 12 digits. The date in it proves
 * no age: a nearby day may have been used (FOL 18 §, SNL 2 kap. 8 §), and a coordination number may have none. Rules that
 * need an age ask for the date of birth.
 */
final class IdNumberField implements FieldType {

    @Override
    public String code() {
        return "idnumber";
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withInputMode("numeric");
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.digits(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        try {
            return Reading.right(IdentityNumber.person(typed, today).value());
        } catch (InvalidIdentityNumber e) {
            return Reading.wrong(e.reason() == InvalidIdentityNumber.Reason.FORM ? "idnumber.form" : "idnumber.wrong");
        }
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        String digits = values.get(0);
        return List.of(digits.substring(0, 8) + "-" + digits.substring(8));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(12, 12, "[0-9]{12}"));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.STRING);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return values.get(0);
    }
}
