package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.knutpunkt.eforms.definition.Option;

/**
 * Several codes of several, in the order of the form.
 *
 * @param min fewest, at least 1: none is an unanswered field
 * @param max most
 */
public record CodesShape(List<Option> options, int min, int max) implements Shape {

    public CodesShape {
        options = List.copyOf(options);
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "array").set("items", CodeShape.codes(options));
        return schema.put("minItems", min).put("maxItems", max).put("uniqueItems", true);
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        values.forEach(codes::add);
        return codes;
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        // an XSD cannot say "none, or at least three"
        Xsd.openMany(out, name, about, required ? min : 0, max);
        Xsd.codes(out, CodeShape.words(options));
        out.close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        values.forEach(value -> out.leaf(name, value));
    }

    @Override
    public Map<String, String> labels(List<String> values) {
        return CodeShape.chosen(options, values);
    }
}
