package se.knutpunkt.portal.api;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.COMMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Turns one element {@code handelse} into the data of an event: elements and members have the same names, so that the same
 * reader holds both to the same rules.
 */
final class XmlEvent {

    static final String ORIGIN = "urn:knutpunkt:xml";
    private static final Set<String> FLAGS = Set.of(
            "producentarendetKraverKundatgard",
            "producentarendetKlart",
            "diariehandelse",
            "visasForMedborgaren",
            "hemligForVardnadshavare",
            "skyddarAnmalare",
            "endastParten");

    /** White space as XML knows it, which is less than Java does. */
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

    private final XMLStreamReader xml;
    private final XmlNames names;
    private final Faults faults = new Faults();

    /** At the start of a {@code handelse}; reads on to its end. */
    XmlEvent(XMLStreamReader xml, XmlNames names) {
        this.xml = xml;
        this.names = names;
    }

    ReadEvent read(LocalDate today) throws XMLStreamException {
        JsonNode value = value("handelse", "", 1);
        if (value instanceof ObjectNode data) {
            return ReadEvent.ofData(data, ORIGIN, today, faults);
        }
        faults.add("", "An event holds elements.");
        return ReadEvent.ofData(JsonNodeFactory.instance.objectNode(), ORIGIN, today, faults);
    }

    private JsonNode value(String name, String pointer, int depth) throws XMLStreamException {
        if (depth > ApiLimits.DEPTH) {
            throw XmlEvents.notXml("The document is nested too deep.");
        }
        return switch (name) {
            case "taggar" -> list("tagg", pointer, depth);
            case "bilagor" -> list("bilaga", pointer, depth);
            case "utokadInformation" -> information(pointer, depth);
            default -> other(name, pointer, depth);
        };
    }

    /** What an element holds: the elements in it are told of as they come, the text is given back. */
    private String content(String pointer, ChildReader children) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean anyChild = false;
        while (true) {
            switch (xml.next()) {
                case START_ELEMENT -> {
                    anyChild = true;
                    names.note(xml);
                    children.child(childName(pointer));
                }
                case CHARACTERS, CDATA, SPACE -> text.append(xml.getText());
                case END_ELEMENT -> {
                    if (anyChild && !isSpace(text.toString())) {
                        faults.add(pointer, "Text and elements do not stand side by side.");
                    }
                    return text.toString();
                }
                case PROCESSING_INSTRUCTION -> names.note(xml);
                case COMMENT -> {
                    // says nothing
                }
                default -> throw XmlEvents.notXml("The document has no entities of its own.");
            }
        }
    }

    /** Reads one element inside another, to its end. */
    private interface ChildReader {
        void child(String name) throws XMLStreamException;
    }

    private JsonNode other(String name, String pointer, int depth) throws XMLStreamException {
        refuseAttributes(pointer, "");
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        String text = content(pointer, child -> {
            String at = pointer + "/" + child;
            JsonNode value = value(child, at, depth + 1);
            if (members.has(child)) {
                faults.add(at, "The element stands once.");
            }
            members.set(child, value);
        });
        return members.isEmpty() ? leaf(name, text) : members;
    }

    private ArrayNode list(String item, String pointer, int depth) throws XMLStreamException {
        refuseAttributes(pointer, "");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String text = content(pointer, child -> {
            String at = pointer + "/" + items.size();
            items.add(value(child, at, depth + 1));
            if (!child.equals(item)) {
                faults.add(at, "The element is called " + item + ".");
            }
        });
        refuseText(pointer, text);
        return items;
    }

    /** {@code <uppgift namn="…">…</uppgift>}, since names of our own choice are no elements of a schema. */
    private ObjectNode information(String pointer, int depth) throws XMLStreamException {
        refuseAttributes(pointer, "");
        ObjectNode information = JsonNodeFactory.instance.objectNode();
        String text = content(pointer, child -> {
            String name = xml.getAttributeValue(null, "namn");
            String at = pointer + "/" + child;
            refuseAttributes(at, "namn");
            String value = content(at, inner -> {
                faults.add(at, "The element holds text.");
                value(inner, at, depth + 2);
            });
            if (!child.equals("uppgift") || name == null || information.has(name)) {
                faults.add(at, "The element is called uppgift and has a namn of its own.");
            } else {
                information.put(name, value);
            }
        });
        refuseText(pointer, text);
        return information;
    }

    private String childName(String pointer) {
        String name = TextForm.printable(xml.getLocalName());
        if (!XmlEvents.NAMESPACE.equals(xml.getNamespaceURI())) {
            faults.add(pointer + "/" + name, "The element is of the namespace " + XmlEvents.NAMESPACE + ".");
        }
        return name;
    }

    private void refuseAttributes(String pointer, String allowed) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeNamespace(i) != null
                    || !xml.getAttributeLocalName(i).equals(allowed)) {
                faults.add(
                        pointer,
                        "The element has no attribute " + TextForm.printable(xml.getAttributeLocalName(i)) + ".");
            }
        }
    }

    private void refuseText(String pointer, String text) {
        if (!isSpace(text)) {
            faults.add(pointer, "The element holds elements and no text.");
        }
    }

    private static boolean isSpace(String text) {
        return text.isEmpty() || SPACES.matcher(text).matches();
    }

    private static JsonNode leaf(String name, String text) {
        if (name.equals("beskrivning")) {
            return TextNode.valueOf(text);
        }
        if (name.equals("innehall")) {
            return TextNode.valueOf(SPACES.matcher(text).replaceAll(""));
        }
        String collapsed = SPACES.matcher(text).replaceAll(" ").replaceAll("^ | $", "");
        if (FLAGS.contains(name)) {
            switch (collapsed) {
                case "true", "1" -> {
                    return BooleanNode.TRUE;
                }
                case "false", "0" -> {
                    return BooleanNode.FALSE;
                }
                default -> {
                    // the reader says that it is neither
                }
            }
        }
        return TextNode.valueOf(collapsed);
    }
}
