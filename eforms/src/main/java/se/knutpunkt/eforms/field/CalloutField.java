package se.knutpunkt.eforms.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;

/** A text that is to be noticed: information, or a warning. */
final class CalloutField implements Telling {

    private static final String INFO = "info";
    private static final Set<String> KINDS = Set.of(INFO, "warning");

    @Override
    public String code() {
        return "callout";
    }

    @Override
    public Set<String> limits() {
        return Set.of("kind");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return new Bounds().oneOf(kind(field), KINDS, "kind").faults();
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withKind(kind(field));
    }

    private static String kind(Field field) {
        String kind = field.limits().kind();
        return kind == null ? INFO : kind;
    }
}
