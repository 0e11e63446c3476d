package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The headings of the catalogue of services, as Swedish municipalities commonly name them. */
public enum Category {
    EDUCATION("barn-och-utbildning", Texts.of("Barn och utbildning", "Children and education")),
    CARE("omsorg-och-stod", Texts.of("Omsorg och stöd", "Care and support")),
    HOUSING_ENVIRONMENT("bygga-bo-och-miljo", Texts.of("Bygga, bo och miljö", "Building, housing and environment")),
    TRAFFIC("trafik-och-gator", Texts.of("Trafik och gator", "Traffic and streets")),
    LEISURE("uppleva-och-gora", Texts.of("Uppleva och göra", "Culture and leisure")),
    BUSINESS("naringsliv-och-arbete", Texts.of("Näringsliv och arbete", "Business and work")),
    DEMOCRACY("kommun-och-politik", Texts.of("Kommun och politik", "Municipality and politics"));

    private final String code;
    private final Texts label;

    Category(String code, Texts label) {
        this.code = code;
        this.label = label;
    }

    /** The code used in definitions and addresses. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The heading people see. */
    public Texts label() {
        return label;
    }

    @JsonCreator
    static Category ofCode(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown category"));
    }
}
