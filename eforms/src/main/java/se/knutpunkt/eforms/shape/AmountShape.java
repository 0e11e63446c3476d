package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * An amount of money in Swedish kronor, as a whole number of öre: a sum in binary decimals would not be one.
 *
 * @param min least, in öre, inclusive
 * @param max greatest, in öre, inclusive
 */
public record AmountShape(long min, long max) implements Shape {

    private static final String UNIT = "öre";

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return schema.put("type", "integer")
                .put("description", "Belopp i " + UNIT)
                .put("minimum", min)
                .put("maximum", max);
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.numberNode(Long.parseLong(values.get(0)));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about + " (" + UNIT + ")", required);
        Xsd.openSimple(out, "long");
        Xsd.facet(out, "minInclusive", Long.toString(min));
        Xsd.facet(out, "maxInclusive", Long.toString(max));
        Xsd.closeSimple(out).close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, values.get(0));
    }
}
