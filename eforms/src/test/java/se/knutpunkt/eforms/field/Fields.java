package se.knutpunkt.eforms.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import se.knutpunkt.eforms.definition.Field;

/** Fields as a definition states them, and what comes of typing into them. */
final class Fields {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fields() {}

    /** A field of a type with limits and options as JSON members. */
    static Field of(String type, String members) {
        String json = "{\"id\":\"f\",\"type\":\"" + type + "\",\"label\":{\"sv\":\"Fråga\"}"
                + (members.isEmpty() ? "" : "," + members) + "}";
        try {
            return MAPPER.readValue(json, Field.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(Field field, String... typed) {
        return FieldTypes.standard().of(field).read(field, Arrays.asList(typed), TODAY);
    }

    /** The normalised values, or the key of the error as its only element. */
    static List<String> outcome(Field field, String... typed) {
        Reading reading = read(field, typed);
        if (reading instanceof Reading.Right right) {
            return right.values();
        }
        return reading instanceof Reading.Wrong wrong
                ? List.of("!" + wrong.error().key())
                : List.of();
    }

    static String one(Field field, String typed) {
        List<String> outcome = outcome(field, typed);
        return outcome.isEmpty() ? "" : outcome.get(0);
    }
}
