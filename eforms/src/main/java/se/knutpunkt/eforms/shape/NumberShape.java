package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param min least, inclusive; null for no limit
 * @param max greatest, inclusive; null for no limit
 * @param decimals most digits after the decimal point
 */
public record NumberShape(
        @Nullable BigDecimal min, @Nullable BigDecimal max, int decimals) implements Shape {

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        // no multipleOf for decimals: validators that count in binary refuse 0.3
        schema.put("type", decimals == 0 ? "integer" : "number");
        if (min != null) {
            schema.put("minimum", plain(min));
        }
        if (max != null) {
            schema.put("maximum", plain(max));
        }
        return schema;
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(values.get(0)));
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required);
        Xsd.openSimple(out, "decimal");
        Xsd.facet(out, "fractionDigits", Integer.toString(decimals));
        if (min != null) {
            Xsd.facet(out, "minInclusive", min.toPlainString());
        }
        if (max != null) {
            Xsd.facet(out, "maxInclusive", max.toPlainString());
        }
        Xsd.closeSimple(out).close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.leaf(name, new BigDecimal(values.get(0)).toPlainString());
    }

    /** Written without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.toPlainString());
    }
}
