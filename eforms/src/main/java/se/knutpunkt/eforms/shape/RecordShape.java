package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An answer of several named parts. It is kept as one value for each member, in their order; an empty value is a part that
 * was left out.
 */
public record RecordShape(List<Member> members) implements Shape {

    public RecordShape {
        members = List.copyOf(members);
    }

    /**
     * One part.
     *
     * @param name in documents
     * @param about what it is, for people
     * @param shape of its value
     * @param required whether every answer has it
     */
    public record Member(String name, String about, Shape shape, boolean required) {}

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Member member : members) {
            properties.set(member.name(), member.shape().jsonSchema().put("title", member.about()));
            if (member.required()) {
                required.add(member.name());
            }
        }
        return schema;
    }

    @Override
    public JsonNode json(List<String> values, Function<String, FileRef> files) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        each(values, (member, value) -> record.set(member.name(), member.shape().json(value, files)));
        return record;
    }

    @Override
    public void xsd(Xml out, String name, String about, boolean required) {
        Xsd.open(out, name, about, required).open("complexType").open("sequence");
        members.forEach(member -> member.shape().xsd(out, member.name(), member.about(), member.required()));
        out.close().close().close();
    }

    @Override
    public void xml(Xml out, String name, List<String> values, Function<String, FileRef> files) {
        out.open(name);
        each(values, (member, value) -> member.shape().xml(out, member.name(), value, files));
        out.close();
    }

    /** The parts that were given. */
    private void each(List<String> values, BiConsumer<Member, List<String>> consumer) {
        for (int i = 0; i < members.size(); i++) {
            if (!values.get(i).isEmpty()) {
                consumer.accept(members.get(i), List.of(values.get(i)));
            }
        }
    }
}
