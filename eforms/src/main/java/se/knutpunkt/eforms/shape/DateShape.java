package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** A date, {@code YYYY-MM-DD} without a time zone. */
public record DateShape() implements Shape {

    private static final String PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return schema.put("type", "string").put("format", "date").put("pattern", "^" + PATTERN + "$");
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.textNode(values.get(0));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required);
        Xsd.openSimple(out, "date");
        Xsd.facet(out, "pattern", PATTERN);
        Xsd.closeSimple(out).close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, values.get(0));
    }
}
