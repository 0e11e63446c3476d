package se.knutpunkt.eforms.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Prefill;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/** A telephone number, Swedish unless it begins with a country code; kept in the form of E.164. */
final class PhoneField implements FieldType {

    private static final String SWEDEN = "SE";
    private static final int SWEDISH_CODE = 46;
    private static final int MAX_TYPED = 40;

    @Override
    public String code() {
        return "phone";
    }

    @Override
    public Set<Prefill> prefills() {
        return Set.of(Prefill.PHONE);
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withInputMode("tel").withAutocomplete(field.prefill() == Prefill.PHONE ? "tel" : "");
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        Optional<PhoneNumber> number = typed.length() > MAX_TYPED ? Optional.empty() : parse(typed);
        return number.map(found -> phones().format(found, PhoneNumberFormat.E164))
                .map(Reading::right)
                .orElseGet(() -> Reading.wrong("phone.form"));
    }

    private static Optional<PhoneNumber> parse(String typed) {
        try {
            PhoneNumber number = phones().parse(typed, SWEDEN);
            boolean right = phones().isValidNumber(number) && !number.hasExtension();
            return right ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(parse(values.get(0)).map(PhoneField::words).orElse(values.get(0)));
    }

    private static String words(PhoneNumber number) {
        boolean swedish = number.getCountryCode() == SWEDISH_CODE;
        return phones().format(number, swedish ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** E.164 says at most 15 digits; some national numbers that the library knows are longer. */
    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(1, 21, "[+][0-9]{3,20}"));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.STRING);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return values.get(0);
    }

    private static PhoneNumberUtil phones() {
        return PhoneNumberUtil.getInstance();
    }
}
