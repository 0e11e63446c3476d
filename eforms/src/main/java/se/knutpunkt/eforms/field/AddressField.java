package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.RecordShape;
import se.knutpunkt.eforms.shape.RecordShape.Member;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/**
 * A Swedish postal address: street, care-of (may be empty), postal code of five digits, town. Rules see a map of texts with
 * {@code street}, {@code co}, {@code postcode} and {@code town}; an empty care-of is not in it.
 */
final class AddressField implements FieldType {

    private static final List<String> NAMES = List.of("street", "co", "postcode", "town");
    private static final List<String> TOKENS =
            List.of("address-line1", "address-line2", "postal-code", "address-level2");
    private static final int STREET = 0;
    private static final int CO = 1;
    private static final int POSTCODE = 2;
    private static final int TOWN = 3;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_TOWN = 60;
    private static final String KEPT = "[1-9][0-9]{4}";

    @Override
    public String code() {
        return "address";
    }

    @Override
    public Set<String> limits() {
        return Set.of("own");
    }

    /** A browser knows its user's own address; any other it must not offer. */
    @Override
    public Control control(Field field, Locale locale) {
        boolean own = Boolean.TRUE.equals(field.limits().own());
        List<Control.Part> parts = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            parts.add(new Control.Part(NAMES.get(i), own ? TOKENS.get(i) : "off"));
        }
        return Control.PLAIN.withParts(parts);
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        List<String> typed = new ArrayList<>(Typed.parts(raw, NAMES.size()));
        if (typed.stream().allMatch(String::isEmpty)) {
            return Reading.unanswered();
        }
        for (int i = 0; i < NAMES.size(); i++) {
            if (Typed.unreadable(typed.get(i))) {
                return Reading.wrongPart(NAMES.get(i), "unreadable");
            }
        }
        typed.set(CO, typed.get(CO).replaceFirst("(?i)^c */ *o +", ""));
        typed.set(POSTCODE, typed.get(POSTCODE).replaceFirst("(?i)^se?-", "").replace(" ", ""));
        FieldError wrong = wrong(typed);
        return wrong == null ? new Reading.Right(typed) : new Reading.Wrong(wrong);
    }

    private static @Nullable FieldError wrong(List<String> typed) {
        for (int i : new int[] {STREET, CO, POSTCODE, TOWN}) {
            String name = NAMES.get(i);
            int most = i == TOWN ? LONGEST_TOWN : LONGEST_LINE;
            if (i != CO && typed.get(i).isEmpty()) {
                return FieldError.of("address." + name + ".missing").at(name);
            }
            if (i == POSTCODE && !typed.get(i).matches(KEPT)) {
                return FieldError.of("address.postcode.form").at(name);
            }
            if (Typed.length(typed.get(i)) > most) {
                return FieldError.of("text.long", most, Typed.length(typed.get(i)))
                        .at(name);
            }
        }
        return null;
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("address.missing", field.label());
    }

    /** As on an envelope. */
    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (!values.get(CO).isEmpty()) {
            lines.add("c/o " + values.get(CO));
        }
        lines.add(values.get(STREET));
        String code = values.get(POSTCODE);
        lines.add(code.substring(0, 3) + " " + code.substring(3) + " " + values.get(TOWN));
        return lines;
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new RecordShape(List.of(
                new Member(NAMES.get(STREET), "Gatuadress", new TextShape(1, LONGEST_LINE), true),
                new Member(NAMES.get(CO), "c/o", new TextShape(1, LONGEST_LINE), false),
                new Member(NAMES.get(POSTCODE), "Postnummer", new TextShape(5, 5, KEPT), true),
                new Member(NAMES.get(TOWN), "Ort", new TextShape(1, LONGEST_TOWN), true))));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(MapType.create(SimpleType.STRING, SimpleType.STRING));
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (!values.get(i).isEmpty()) {
                parts.put(NAMES.get(i), values.get(i));
            }
        }
        return parts;
    }
}
