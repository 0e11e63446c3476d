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
 * An organisation number (SKV 709), kept and seen by rules as its ten digits. A sole trader's is the person's own number
 * and thus refused: who needs it asks for a personal number.
 */
final class OrgNumberField implements FieldType {

    private static final int PREFIX = 2;

    @Override
    public String code() {
        return "orgnumber";
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
            return Reading.right(IdentityNumber.organisation(typed).value().substring(PREFIX));
        } catch (InvalidIdentityNumber e) {
            if (isPerson(typed, today)) {
                return Reading.wrong("orgnumber.person");
            }
            return Reading.wrong(
                    e.reason() == InvalidIdentityNumber.Reason.FORM ? "orgnumber.form" : "orgnumber.wrong");
        }
    }

    private static boolean isPerson(String typed, LocalDate today) {
        try {
            IdentityNumber.person(typed, today);
            return true;
        } catch (InvalidIdentityNumber neither) {
            return false;
        }
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        String digits = values.get(0);
        return List.of(digits.substring(0, 6) + "-" + digits.substring(6));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(10, 10, "[1-9][0-9][2-9][0-9]{7}"));
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
