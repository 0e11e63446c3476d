package se.knutpunkt.eforms.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.shape.FileRef;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.Xml;

/**
 * A sent form.
 *
 * @param form the published version it was sent with
 * @param answers normalised answers by field id
 * @param files the file behind a normalised value
 * @param schema address of the JSON Schema, said in the JSON document
 */
public record SubmissionDocument(
        FormVersion form,
        Envelope envelope,
        Map<String, List<String>> answers,
        Function<String, FileRef> files,
        String schema) {

    /** Numbers as people write them: a receiver need not know 1E+1. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private interface Answer {
        void take(Field field, Shape shape, List<String> values);
    }

    /** The document in JSON, UTF-8; valid by {@link DocumentSchemas#json}. */
    public byte[] json() {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("$schema", schema);
        document.put("handover", envelope.handover());
        document.putObject("form")
                .put("id", form.slug())
                .put("version", form.number())
                .put("title", form.definition().title().swedish());
        document.putObject("case")
                .put("number", envelope.caseNumber())
                .put("type", envelope.caseType())
                .put("authority", envelope.authority());
        document.put("submitted", envelope.submitted().toString());
        applicant(document.putObject("applicant"));
        ObjectNode given = document.putObject("answers");
        ObjectNode labels = document.putObject("labels");
        each((field, shape, values) -> {
            given.set(field.id(), shape.json(values, files));
            Map<String, String> words = shape.labels(values);
            if (!words.isEmpty()) {
                words.forEach(labels.putObject(field.id())::put);
            }
        });
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }

    private void applicant(ObjectNode node) {
        Envelope.Applicant applicant = envelope.applicant();
        node.put("identification", Envelope.code(applicant.kind()));
        if (applicant.number() != null) {
            node.put("identityNumber", applicant.number().value());
        }
        if (applicant.name() != null) {
            node.put("name", applicant.name());
        }
        if (applicant.level() != null) {
            node.put("assuranceLevel", applicant.level().code());
        }
        Envelope.Represented behalf = applicant.behalf();
        if (behalf != null) {
            node.putObject("onBehalfOf")
                    .put("relation", Envelope.code(behalf.relation()))
                    .put("identityNumber", behalf.number().value())
                    .put("name", behalf.name());
        }
    }

    /** The document in XML; valid by {@link DocumentSchemas#xsd}. */
    public byte[] xml() {
        Xml out = new Xml("", DocumentSchemas.namespace(form));
        out.open("submission");
        out.leaf("handover", envelope.handover());
        out.open("form")
                .leaf("id", form.slug())
                .leaf("version", Integer.toString(form.number()))
                .leaf("title", form.definition().title().swedish())
                .close();
        out.open("case")
                .leaf("number", envelope.caseNumber())
                .leaf("type", envelope.caseType())
                .leaf("authority", envelope.authority())
                .close();
        out.leaf("submitted", envelope.submitted().toString());
        applicant(out);
        out.open("answers");
        each((field, shape, values) -> shape.xml(out, field.id(), values, files));
        out.close().open("labels");
        each((field, shape, values) -> shape.labels(values)
                .forEach((code, label) -> out.leaf("label", label, "field", field.id(), "code", code)));
        return out.close().close().done();
    }

    private void applicant(Xml out) {
        Envelope.Applicant applicant = envelope.applicant();
        out.open("applicant").leaf("identification", Envelope.code(applicant.kind()));
        if (applicant.number() != null) {
            out.leaf("identityNumber", applicant.number().value());
        }
        if (applicant.name() != null) {
            out.leaf("name", applicant.name());
        }
        if (applicant.level() != null) {
            out.leaf("assuranceLevel", applicant.level().code());
        }
        Envelope.Represented behalf = applicant.behalf();
        if (behalf != null) {
            out.open("onBehalfOf")
                    .leaf("relation", Envelope.code(behalf.relation()))
                    .leaf("identityNumber", behalf.number().value())
                    .leaf("name", behalf.name())
                    .close();
        }
        out.close();
    }

    /** The answered fields in the order of the form. */
    private void each(Answer answer) {
        form.definition().fields().forEach(field -> {
            List<String> values = answers.getOrDefault(field.id(), List.of());
            if (!values.isEmpty()) {
                FieldTypes.standard().of(field).shape(field).ifPresent(shape -> answer.take(field, shape, values));
            }
        });
    }
}
