package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text.
 *
 * @param min fewest characters (Unicode code points), at least 1
 * @param max most
 * @param pattern what the whole text follows, in what regular expressions of JSON Schema and XSD have in common; null for
 *     any text
 */
public record TextShape(int min, int max, @Nullable String pattern) implements Shape {

    /** Any text of those lengths. */
    public TextShape(int min, int max) {
        this(min, max, null);
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "string").put("minLength", min).put("maxLength", max);
        if (pattern != null) {
            schema.put("pattern", "^" + pattern + "$");
        }
        return schema;
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.textNode(values.get(0));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required);
        Xsd.openSimple(out, "string");
        if (pattern != null) {
            Xsd.facet(out, "pattern", pattern);
        }
        Xsd.facet(out, "minLength", Integer.toString(min));
        // characters beyond the first plane are two to Java's own validator, and a right document must pass it
        Xsd.facet(out, "maxLength", Integer.toString(2 * max));
        Xsd.closeSimple(out).close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, values.get(0));
    }
}
