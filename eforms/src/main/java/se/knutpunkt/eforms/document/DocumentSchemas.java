package se.knutpunkt.eforms.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.Xml;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.representation.Relation;

/** The schemas of the documents of one published form version. */
public final class DocumentSchemas {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final String NUMBER = "[0-9]{12}";
    private static final List<String> KINDS =
            Arrays.stream(SenderKind.values()).map(Envelope::code).toList();
    private static final List<String> RELATIONS =
            Arrays.stream(Relation.values()).map(Envelope::code).toList();
    private static final List<String> LEVELS =
            Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::code).toList();

    private DocumentSchemas() {}

    /** The namespace of the documents in XML. */
    static String namespace(FormVersion form) {
        return "urn:knutpunkt:form:" + form.slug() + ":" + form.number();
    }

    /**
     * The JSON Schema (2020-12), UTF-8.
     *
     * @param address where it is published; becomes its {@code $id}
     */
    public static byte[] json(FormVersion form, String address) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", address);
        schema.put("title", form.definition().title().swedish() + ", version " + form.number());
        ObjectNode members = closed(schema);
        text(members, "$schema");
        text(members, "handover").put("format", "uuid");
        ObjectNode about = closed(members.putObject("form"));
        about.putObject("id").put("const", form.slug());
        about.putObject("version").put("const", form.number());
        text(about, "title");
        requireAll(members.get("form"), about);
        ObjectNode matter = closed(members.putObject("case"));
        text(matter, "number");
        ArrayNode types = matter.putObject("type").putArray("enum");
        form.definition().caseTypes().forEach(types::add);
        text(matter, "authority");
        requireAll(members.get("case"), matter);
        text(members, "submitted").put("format", "date-time");
        applicant(members.putObject("applicant"));
        answers(members.putObject("answers"), form);
        labels(members.putObject("labels"), form);
        requireAll(schema, members);
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema cannot be written", e);
        }
    }

    private static void applicant(ObjectNode applicant) {
        ObjectNode members = closed(applicant);
        ArrayNode kinds = members.putObject("identification").putArray("enum");
        KINDS.forEach(kinds::add);
        text(members, "identityNumber").put("pattern", "^" + NUMBER + "$");
        text(members, "name");
        ArrayNode levels = members.putObject("assuranceLevel").putArray("enum");
        LEVELS.forEach(levels::add);
        ObjectNode behalf = closed(members.putObject("onBehalfOf"));
        ArrayNode relations = behalf.putObject("relation").putArray("enum");
        RELATIONS.forEach(relations::add);
        text(behalf, "identityNumber").put("pattern", "^" + NUMBER + "$");
        text(behalf, "name");
        requireAll(members.get("onBehalfOf"), behalf);
        applicant.putArray("required").add("identification");
    }

    private static void answers(ObjectNode answers, FormVersion form) {
        members(answers, form.definition().fields().toList(), field -> isAlwaysAnswered(form, field));
    }

    private static void members(ObjectNode answers, List<Field> fields, Predicate<Field> isAlwaysThere) {
        ObjectNode members = closed(answers);
        ArrayNode required = answers.putArray("required");
        for (Field field : fields) {
            answer(field).ifPresent(schema -> {
                schema.put("title", field.label().swedish());
                members.set(field.id(), schema);
                if (isAlwaysThere.test(field)) {
                    required.add(field.id());
                }
            });
        }
    }

    private static Optional<ObjectNode> answer(Field field) {
        FieldType type = FieldTypes.standard().of(field);
        if (!type.repeats()) {
            return type.shape(field).map(Shape::jsonSchema);
        }
        ObjectNode rows = MAPPER.createObjectNode().put("type", "array").put("minItems", 1);
        members(rows.putObject("items"), field.fields(), DocumentSchemas::isAlwaysAnswered);
        return Optional.of(rows);
    }

    private static void labels(ObjectNode labels, FormVersion form) {
        ObjectNode members = closed(labels);
        asking(form, (field, shape) -> {
            if (!field.options().isEmpty()) {
                ObjectNode codes = closed(members.putObject(field.id()));
                field.options()
                        .forEach(option -> codes.putObject(option.value())
                                .put("const", option.label().swedish()));
            }
        });
    }

    private static ObjectNode closed(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        return schema.putObject("properties");
    }

    private static ObjectNode text(ObjectNode members, String name) {
        return members.putObject(name).put("type", "string");
    }

    private static void requireAll(com.fasterxml.jackson.databind.JsonNode schema, ObjectNode members) {
        ArrayNode required = ((ObjectNode) schema).putArray("required");
        members.fieldNames().forEachRemaining(required::add);
    }

    /** The XSD. */
    public static byte[] xsd(FormVersion form) {
        Xml out = new Xml("xs", "http://www.w3.org/2001/XMLSchema");
        out.open("schema", "targetNamespace", namespace(form), "elementFormDefault", "qualified");
        out.open("annotation")
                .leaf("documentation", form.definition().title().swedish() + ", version " + form.number())
                .close();
        openSequence(out, "submission");
        text(out, "handover");
        openSequence(out, "form");
        fixed(out, "id", form.slug());
        fixed(out, "version", Integer.toString(form.number()));
        text(out, "title");
        closeSequence(out);
        openSequence(out, "case");
        text(out, "number");
        oneOf(out, "type", "1", form.definition().caseTypes());
        text(out, "authority");
        closeSequence(out);
        out.mark("element", "name", "submitted", "type", "xs:dateTime");
        applicant(out);
        openSequence(out, "answers");
        form.definition().fields().forEach(field -> declare(out, field, isAlwaysAnswered(form, field)));
        closeSequence(out);
        labels(out);
        closeSequence(out);
        return out.close().done();
    }

    private static void applicant(Xml out) {
        openSequence(out, "applicant");
        oneOf(out, "identification", "1", KINDS);
        identityNumber(out, "0");
        out.mark("element", "name", "name", "type", "xs:string", "minOccurs", "0");
        oneOf(out, "assuranceLevel", "0", LEVELS);
        out.open("element", "name", "onBehalfOf", "minOccurs", "0")
                .open("complexType")
                .open("sequence");
        oneOf(out, "relation", "1", RELATIONS);
        identityNumber(out, "1");
        text(out, "name");
        closeSequence(out);
        closeSequence(out);
    }

    private static void identityNumber(Xml out, String least) {
        out.open("element", "name", "identityNumber", "minOccurs", least);
        out.open("simpleType").open("restriction", "base", "xs:string");
        out.mark("pattern", "value", NUMBER).close().close().close();
    }

    private static void labels(Xml out) {
        openSequence(out, "labels");
        out.open("element", "name", "label", "minOccurs", "0", "maxOccurs", "unbounded");
        out.open("complexType").open("simpleContent").open("extension", "base", "xs:string");
        out.mark("attribute", "name", "field", "type", "xs:NCName", "use", "required");
        out.mark("attribute", "name", "code", "type", "xs:string", "use", "required");
        out.close().close().close().close();
        closeSequence(out);
    }

    private static void openSequence(Xml out, String name) {
        out.open("element", "name", name).open("complexType").open("sequence");
    }

    private static void closeSequence(Xml out) {
        out.close().close().close();
    }

    private static void text(Xml out, String name) {
        out.mark("element", "name", name, "type", "xs:string");
    }

    private static void fixed(Xml out, String name, String value) {
        out.mark("element", "name", name, "type", "xs:string", "fixed", value);
    }

    private static void declare(Xml out, Field field, boolean always) {
        FieldType type = FieldTypes.standard().of(field);
        String about = field.label().swedish();
        if (!type.repeats()) {
            type.shape(field).ifPresent(shape -> shape.xsd(out, field.id(), about, always));
            return;
        }
        out.open("element", "name", field.id(), "minOccurs", always ? "1" : "0", "maxOccurs", "unbounded");
        out.open("annotation").leaf("documentation", about).close();
        out.open("complexType").open("sequence");
        field.fields().forEach(own -> declare(out, own, isAlwaysAnswered(own)));
        closeSequence(out);
    }

    private static void oneOf(Xml out, String name, String least, Collection<String> codes) {
        out.open("element", "name", name, "minOccurs", least);
        out.open("simpleType").open("restriction", "base", "xs:string");
        codes.forEach(code -> out.mark("enumeration", "value", code));
        out.close().close().close();
    }

    private static void asking(FormVersion form, BiConsumer<Field, Shape> consumer) {
        form.definition()
                .fields()
                .flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                .forEach(field -> {
                    Optional<Shape> shape = FieldTypes.standard().of(field).shape(field);
                    shape.ifPresent(found -> consumer.accept(field, found));
                });
    }

    /** Whether no rule can keep the field from being asked and answered. */
    private static boolean isAlwaysAnswered(FormVersion form, Field field) {
        return isAlwaysAnswered(field)
                && form.definition().pages().stream()
                        .filter(page -> page.fields().contains(field))
                        .allMatch(DocumentSchemas::isAlwaysShown);
    }

    /** The same where it stands: a value that is worked out may always be missing. */
    private static boolean isAlwaysAnswered(Field field) {
        return field.required()
                && field.visible() == null
                && field.options().stream().allMatch(option -> option.visible() == null);
    }

    private static boolean isAlwaysShown(FormPage page) {
        return page.visible() == null;
    }
}
