package se.knutpunkt.eforms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the answer of one field stands in a document. Answers come as they are kept: normalised strings, at least one.
 * An unanswered field is left out of the document.
 */
public sealed interface Shape
        permits TextShape,
                YesNoShape,
                NumberShape,
                AmountShape,
                DateShape,
                CodeShape,
                CodesShape,
                FilesShape,
                RecordShape {

    /** What the JSON Schema says of the answer. */
    ObjectNode jsonSchema();

    /**
     * The answer in JSON.
     *
     * @param files the file behind a value; asked for files alone
     */
    JsonNode json(List<String> values, Function<String, FileRef> files);

    /**
     * Writes what the XSD says of the answer: a declaration of its element.
     *
     * @param about the question, for people
     * @param required whether every document has it
     */
    void xsd(Xml out, String name, String about, boolean required);

    /** Writes the answer in XML: one element, or one for each of several. */
    void xml(Xml out, String name, List<String> values, Function<String, FileRef> files);

    /** What the chosen codes of the answer mean in words; empty for whatever is no choice. */
    default Map<String, String> labels(List<String> values) {
        return Map.of();
    }
}
