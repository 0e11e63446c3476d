package se.knutpunkt.eforms.shape;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document of one namespace, in UTF-8. */
public final class Xml {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;
    private final String prefix;
    private final String namespace;
    private boolean begun;

    /**
     * Begins a document.
     *
     * @param prefix of its elements; empty for the default namespace
     * @param namespace of its elements
     */
    public Xml(String prefix, String namespace) {
        this.prefix = prefix;
        this.namespace = namespace;
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns
     */
    public Xml open(String name, String... attributes) {
        return step(() -> {
            writer.writeStartElement(prefix, name, namespace);
            if (!begun) {
                begun = true;
                writer.writeNamespace(prefix, namespace);
            }
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], readable(attributes[i + 1]));
            }
        });
    }

    /** Writes text. */
    public Xml text(String text) {
        return step(() -> writer.writeCharacters(readable(text)));
    }

    /** Closes the innermost open element. */
    public Xml close() {
        return step(writer::writeEndElement);
    }

    /** An element with nothing but text. */
    public Xml leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element without content. */
    public Xml mark(String name, String... attributes) {
        return open(name, attributes).close();
    }

    /** The whole document; all elements are closed. */
    public byte[] done() {
        step(() -> {
            writer.writeEndDocument();
            writer.close();
        });
        return bytes.toByteArray();
    }

    /** What XML 1.0 has no way to say is left out: no answer holds it, but a name from elsewhere might. */
    private static String readable(String text) {
        boolean clean = text.codePoints().allMatch(Xml::allowed);
        return clean
                ? text
                : text.codePoints()
                        .filter(Xml::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml step(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }
}
