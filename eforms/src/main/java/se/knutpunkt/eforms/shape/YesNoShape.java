package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * True or false.
 *
 * @param yes the value that is kept for true
 */
public record YesNoShape(String yes) implements Shape {

    @Override
    public ObjectNode jsonSchema() {
        return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.booleanNode(isTrue(values));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required);
        Xsd.openSimple(out, "boolean");
        Xsd.closeSimple(out).close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, Boolean.toString(isTrue(values)));
    }

    private boolean isTrue(List<String> values) {
        return yes.equals(values.get(0));
    }
}
