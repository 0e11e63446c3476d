package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.net.IDN;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Prefill;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/** An e-mail address, as RFC 5321 allows it without quotes; a domain with å, ä, ö becomes its ASCII form. */
final class EmailField implements FieldType {

    private static final int MAX = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    @Override
    public String code() {
        return "email";
    }

    @Override
    public Set<Prefill> prefills() {
        return Set.of(Prefill.EMAIL);
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN
                .withInputMode("email")
                .withMaxLength(MAX)
                .withAutocomplete(field.prefill() == Prefill.EMAIL ? "email" : "");
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        return address(typed).map(Reading::right).orElseGet(() -> Reading.wrong("email.form"));
    }

    private static Optional<String> address(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1
                || at > MAX_LOCAL
                || typed.length() > MAX
                || !LOCAL.matcher(typed.substring(0, at)).matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(typed.substring(at + 1)).toLowerCase(Locale.ROOT);
            String address = typed.substring(0, at) + "@" + domain;
            boolean right = DOMAIN.matcher(domain).matches() && address.length() <= MAX;
            return right ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        String address = values.get(0);
        int at = address.lastIndexOf('@') + 1;
        return List.of(address.substring(0, at) + IDN.toUnicode(address.substring(at)));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(1, MAX, "[^@]+@[^@]+"));
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
