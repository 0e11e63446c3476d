package se.knutpunkt.eforms.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.field.FieldType;
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

    /** What is done with the answers of a scope, and with the rows of a repeating group. */
    private interface Answer {

        void take(Field field, Shape shape, List<String> values);

        void rows(Field group, List<String> rows);
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
        each(form.definition().fields().toList(), "", new JsonAnswers(document.putObject("answers")));
        ObjectNode labels = document.putObject("labels");
        labels().forEach((fieldId, words) -> words.forEach(labels.putObject(fieldId)::put));
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
        each(form.definition().fields().toList(), "", new XmlAnswers(out));
        out.close().open("labels");
        labels().forEach((fieldId, words) ->
                words.forEach((code, label) -> out.leaf("label", label, "field", fieldId, "code", code)));
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

    /** Answers in JSON; each row of a group is an object of its own. */
    private final class JsonAnswers implements Answer {

        private final ObjectNode given;

        JsonAnswers(ObjectNode given) {
            this.given = given;
        }

        @Override
        public void take(Field field, Shape shape, List<String> values) {
            given.set(field.id(), shape.json(values, files));
        }

        @Override
        public void rows(Field group, List<String> rows) {
            ArrayNode all = given.putArray(group.id());
            rows.forEach(row -> each(group.fields(), prefix(group, row), new JsonAnswers(all.addObject())));
        }
    }

    /** Answers in XML; each row of a group is an element of its own. */
    private final class XmlAnswers implements Answer {

        private final Xml out;

        XmlAnswers(Xml out) {
            this.out = out;
        }

        @Override
        public void take(Field field, Shape shape, List<String> values) {
            shape.xml(out, field.id(), values, files);
        }

        @Override
        public void rows(Field group, List<String> rows) {
            for (String row : rows) {
                out.open(group.id());
                each(group.fields(), prefix(group, row), this);
                out.close();
            }
        }
    }

    /** What the chosen codes mean, by field: those of a group's rows together. */
    private Map<String, Map<String, String>> labels() {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        each(form.definition().fields().toList(), "", new Answer() {

            @Override
            public void take(Field field, Shape shape, List<String> values) {
                Map<String, String> words = shape.labels(values);
                if (!words.isEmpty()) {
                    labels.computeIfAbsent(field.id(), id -> new LinkedHashMap<>())
                            .putAll(words);
                }
            }

            @Override
            public void rows(Field group, List<String> rows) {
                rows.forEach(row -> each(group.fields(), prefix(group, row), this));
            }
        });
        return labels;
    }

    private static String prefix(Field group, String row) {
        return RowKey.of(group.id(), row, "");
    }

    /** The answered fields among these, in their order. */
    private void each(List<Field> fields, String prefix, Answer answer) {
        for (Field field : fields) {
            List<String> values = answers.getOrDefault(prefix + field.id(), List.of());
            FieldType type = FieldTypes.standard().of(field);
            if (values.isEmpty()) {
                continue;
            }
            if (type.repeats()) {
                answer.rows(field, values);
            } else {
                type.shape(field).ifPresent(shape -> answer.take(field, shape, values));
            }
        }
    }
}
