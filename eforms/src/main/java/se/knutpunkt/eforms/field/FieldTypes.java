package se.knutpunkt.eforms.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.knutpunkt.eforms.definition.Field;

/** The registry of field types. */
public final class FieldTypes {

    private static final FieldTypes STANDARD = new FieldTypes(List.of(
            new TextField(),
            new LongTextField(),
            new ChoiceField(),
            new ChoicesField(),
            new YesNoField(),
            new DateField(),
            new NumberField(),
            new EmailField(),
            new PhoneField(),
            new IdNumberField(),
            new FileField(),
            new InfoField(),
            new GroupField(),
            ComputedField.computed(),
            ComputedField.hidden(),
            new HeadingField(),
            new CalloutField(),
            new LinkField(),
            new StopField(),
            new TimeField(),
            new AmountField(),
            new PeriodField(),
            new AddressField(),
            new OrgNumberField(),
            new PropertyField(),
            new DeclarationField(),
            new PositionField()));

    private final Map<String, FieldType> byCode;

    /** @throws IllegalStateException when two types have the same code: the product must not start */
    FieldTypes(List<FieldType> types) {
        Map<String, FieldType> found = new TreeMap<>();
        for (FieldType type : types) {
            FieldType other = found.put(type.code(), type);
            if (other != null) {
                throw new IllegalStateException("two field types are called " + type.code() + ": "
                        + other.getClass().getName() + " and " + type.getClass().getName());
            }
        }
        byCode = Map.copyOf(found);
    }

    /** The types of the product. */
    public static FieldTypes standard() {
        return STANDARD;
    }

    /** The codes of all types, sorted. */
    public SortedSet<String> codes() {
        return new TreeSet<>(byCode.keySet());
    }

    /** The type of that code, if there is one. */
    public Optional<FieldType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The type of a field of a definition that the importer has passed.
     *
     * @throws IllegalStateException when the type is not registered: a type was taken out while forms still use it
     */
    public FieldType of(Field field) {
        FieldType type = byCode.get(field.type());
        if (type == null) {
            throw new IllegalStateException("no field type called " + field.type());
        }
        return type;
    }
}
