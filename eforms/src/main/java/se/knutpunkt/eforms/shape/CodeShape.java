package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.knutpunkt.eforms.definition.Option;

/** One code of several. What the codes mean stands apart from the answer. */
public record CodeShape(List<Option> options) implements Shape {

    public CodeShape {
        options = List.copyOf(options);
    }

    @Override
    public ObjectNode jsonSchema() {
        return codes(options);
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.textNode(values.get(0));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required);
        Xsd.codes(out, words(options));
        out.close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, values.get(0));
    }

    @Override
    public Map<String, String> labels(List<String> values) {
        return chosen(options, values);
    }

    static ObjectNode codes(List<Option> options) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        ArrayNode codes = schema.putArray("enum");
        options.forEach(option -> codes.add(option.value()));
        return schema;
    }

    /** All codes with their words, in the order of the form. */
    static Map<String, String> words(List<Option> options) {
        Map<String, String> words = new LinkedHashMap<>();
        options.forEach(option -> words.put(option.value(), option.label().swedish()));
        return words;
    }

    static Map<String, String> chosen(List<Option> options, List<String> values) {
        Map<String, String> chosen = words(options);
        chosen.keySet().retainAll(values);
        return chosen;
    }
}
