package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * Files, by reference.
 *
 * @param max most
 */
public record FilesShape(int max) implements Shape {

    private static final String SHA256 = "[0-9a-f]{64}";

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "array").put("minItems", 1).put("maxItems", max);
        ObjectNode file = schema.putObject("items").put("type", "object").put("additionalProperties", false);
        ObjectNode members = file.putObject("properties");
        members.putObject("name").put("type", "string");
        members.putObject("mediaType").put("type", "string");
        members.putObject("size").put("type", "integer").put("minimum", 0);
        members.putObject("sha256").put("type", "string").put("pattern", "^" + SHA256 + "$");
        members.putObject("address").put("type", "string").put("format", "uri");
        ArrayNode required = file.putArray("required");
        members.fieldNames().forEachRemaining(required::add);
        return schema;
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        values.stream()
                .map(files)
                .forEach(file -> all.addObject()
                        .put("name", file.name())
                        .put("mediaType", file.mediaType())
                        .put("size", file.size())
                        .put("sha256", file.sha256())
                        .put("address", file.address()));
        return all;
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.openMany(out, name, about, required ? 1 : 0, max);
        out.open("complexType").open("sequence");
        out.mark("element", "name", "name", "type", "xs:string");
        out.mark("element", "name", "mediaType", "type", "xs:string");
        out.mark("element", "name", "size", "type", "xs:nonNegativeInteger");
        out.open("element", "name", "sha256");
        Xsd.openSimple(out, "string");
        Xsd.facet(out, "pattern", SHA256);
        Xsd.closeSimple(out).close();
        out.mark("element", "name", "address", "type", "xs:anyURI");
        out.close().close().close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        values.stream()
                .map(files)
                .forEach(file -> out.open(name)
                        .leaf("name", file.name())
                        .leaf("mediaType", file.mediaType())
                        .leaf("size", Long.toString(file.size()))
                        .leaf("sha256", file.sha256())
                        .leaf("address", file.address())
                        .close());
    }
}
