package se.knutpunkt.portal.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Taken;

/** Writes the results of a document of events as XML, in a SOAP envelope when the events came in one. */
final class XmlAnswer implements BatchAnswer {

    private static final String ENCODING = StandardCharsets.UTF_8.name();

    private final Spool spool = new Spool();
    private final BooleanSupplier soap;
    private @Nullable XMLStreamWriter xml;
    private int results;
    private boolean anyRefused;

    /**
     * @param soap whether the request is an envelope, known when the first event is read
     */
    XmlAnswer(BooleanSupplier soap) {
        this.soap = soap;
    }

    @Override
    public void add(EventResult result) throws IOException {
        try {
            XMLStreamWriter writer = opened();
            writer.writeStartElement("resultat");
            writer.writeAttribute("id", result.id());
            writer.writeAttribute("status", Integer.toString(result.status()));
            Taken taken = result.taken();
            if (taken != null) {
                writer.writeAttribute("handelseId", taken.eventId());
            }
            if (result.problem() != null) {
                anyRefused = true;
                problem(writer, result.problem());
            }
            writer.writeEndElement();
            results++;
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    @Override
    public int results() {
        return results;
    }

    @Override
    public boolean anyRefused() {
        return anyRefused;
    }

    @Override
    public Spool end(@Nullable Problem problem, String requestId) throws IOException {
        try {
            XMLStreamWriter writer = opened();
            if (problem != null) {
                problem(writer, problem);
            }
            writer.writeEndDocument();
            writer.flush();
            return spool;
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    /** A problem document (RFC 9457, appendix B). */
    static byte[] problemDocument(Problem problem, String requestId) {
        return document(writer -> {
            writer.writeStartElement("problem");
            writer.writeDefaultNamespace("urn:ietf:rfc:7807");
            text(writer, "type", problem.type().uri());
            text(writer, "title", problem.type().title());
            text(writer, "status", Integer.toString(problem.type().status()));
            text(writer, "detail", problem.detail());
            text(writer, "instance", "urn:knutpunkt:request:" + requestId);
        });
    }

    /** A SOAP fault (SOAP 1.1, section 4.4). */
    static byte[] fault(Problem problem) {
        return document(writer -> {
            envelope(writer);
            writer.writeStartElement("soap", "Fault", XmlEvents.SOAP);
            text(writer, "faultcode", "soap:" + faultCode(problem.type()));
            text(writer, "faultstring", problem.type().title() + ". " + problem.detail());
            // the detail is about the body alone
            if (!problem.type().name().startsWith("SOAP_")) {
                writer.writeStartElement("detail");
                problem(writer, problem, true);
                writer.writeEndElement();
            }
        });
    }

    private static String faultCode(ProblemType type) {
        return switch (type) {
            case SOAP_VERSION -> "VersionMismatch";
            case SOAP_HEADER -> "MustUnderstand";
            case FAULT, NOT_READY -> "Server";
            default -> "Client";
        };
    }

    /** Writes what stands inside a document. */
    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static byte[] document(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter writer = begun(bytes);
            content.write(writer);
            writer.writeEndDocument();
            writer.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
    }

    private XMLStreamWriter opened() throws XMLStreamException {
        XMLStreamWriter writer = xml;
        if (writer == null) {
            writer = begun(spool);
            xml = writer;
            if (soap.getAsBoolean()) {
                envelope(writer);
            }
            writer.writeStartElement("svar");
            writer.writeDefaultNamespace(XmlEvents.NAMESPACE);
        }
        return writer;
    }

    private static XMLStreamWriter begun(OutputStream out) throws XMLStreamException {
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, ENCODING);
        writer.writeStartDocument(ENCODING, "1.0");
        return writer;
    }

    private static void envelope(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("soap", "Envelope", XmlEvents.SOAP);
        writer.writeNamespace("soap", XmlEvents.SOAP);
        writer.writeStartElement("soap", "Body", XmlEvents.SOAP);
    }

    private static void problem(XMLStreamWriter writer, Problem problem) throws XMLStreamException {
        problem(writer, problem, false);
    }

    private static void problem(XMLStreamWriter writer, Problem problem, boolean alone) throws XMLStreamException {
        writer.writeStartElement("problem");
        if (alone) {
            writer.writeDefaultNamespace(XmlEvents.NAMESPACE);
        }
        writer.writeAttribute("typ", problem.type().uri());
        text(writer, "titel", problem.type().title());
        text(writer, "beskrivning", problem.detail());
        for (Fault fault : problem.errors()) {
            writer.writeStartElement("fel");
            writer.writeAttribute("plats", fault.pointer());
            writer.writeCharacters(fault.detail());
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }

    private static void text(XMLStreamWriter writer, String element, String text) throws XMLStreamException {
        writer.writeStartElement(element);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
