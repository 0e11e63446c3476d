package se.knutpunkt.portal.api;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.COMMENT;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.time.LocalDate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of a document by {@code handelser.xsd}, alone or in a SOAP 1.1 envelope, each read when it is asked for. No
 * document type, nothing fetched from elsewhere, bounded in depth and size.
 */
final class XmlEvents implements EventStream {

    static final String NAMESPACE = "urn:knutpunkt:handelser:1";
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next";
    private static final XMLInputFactory FACTORY = factory();

    private final MeteredStream body;
    private final @Nullable String charset;
    private final LocalDate today;
    private final int most;
    private @Nullable XMLStreamReader xml;
    private final XmlNames names = new XmlNames();
    private int events;
    private boolean soap;

    /**
     * @param charset what the transport says of the character set; null when the document says it itself
     * @param most how many events there may be
     */
    XmlEvents(MeteredStream body, @Nullable String charset, LocalDate today, int most) {
        this.body = body;
        this.charset = charset;
        this.today = today;
        this.most = most;
    }

    /** Whether the document turned out to be a SOAP envelope. */
    boolean isSoap() {
        return soap;
    }

    @Override
    public @Nullable ReadEvent next() throws IOException {
        try {
            return read();
        } catch (XMLStreamException malformed) {
            body.throwIfBroken();
            throw body.isExceeded() ? body.tooLarge(events) : notXml(place(malformed));
        }
    }

    @Override
    public long position() {
        return body.count();
    }

    private @Nullable ReadEvent read() throws XMLStreamException {
        XMLStreamReader reader = opened();
        body.nextEvent();
        if (nextTag(reader) == END_ELEMENT) {
            end(reader);
            return null;
        }
        if (events == most) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A document has at most " + most + " events.");
        }
        require(reader, NAMESPACE, "handelse");
        ReadEvent event = new XmlEvent(reader, names).read(today);
        events++;
        return event;
    }

    private XMLStreamReader opened() throws XMLStreamException {
        XMLStreamReader reader = xml;
        if (reader == null) {
            reader = charset == null
                    ? FACTORY.createXMLStreamReader(body)
                    : FACTORY.createXMLStreamReader(body, charset);
            xml = reader;
            String declared = reader.getCharacterEncodingScheme();
            if (declared != null && !EventMediaType.isXmlCharset(declared)) {
                throw notXml("The character set is not taken; send UTF-8.");
            }
            nextTag(reader);
            soap = "Envelope".equals(reader.getLocalName());
            if (soap) {
                toBody(reader);
            }
            require(reader, NAMESPACE, "handelser");
        }
        return reader;
    }

    /** From the envelope's start to the one element in its body. */
    private void toBody(XMLStreamReader reader) throws XMLStreamException {
        if (!SOAP.equals(reader.getNamespaceURI())) {
            throw new ProblemException(ProblemType.SOAP_VERSION, "Send an envelope of the namespace " + SOAP + ".");
        }
        nextTag(reader);
        if (reader.isStartElement()
                && "Header".equals(reader.getLocalName())
                && SOAP.equals(reader.getNamespaceURI())) {
            while (nextTag(reader) == START_ELEMENT) {
                refuseIfNeeded(reader);
                skip(reader);
            }
            nextTag(reader);
        }
        require(reader, SOAP, "Body");
        nextTag(reader);
    }

    private static void refuseIfNeeded(XMLStreamReader reader) {
        String actor = reader.getAttributeValue(SOAP, "actor");
        boolean forUs = actor == null || actor.isEmpty() || actor.equals(NEXT_ACTOR);
        if (forUs && "1".equals(reader.getAttributeValue(SOAP, "mustUnderstand"))) {
            throw new ProblemException(
                    ProblemType.SOAP_HEADER, "No headers are understood here; send the key in HTTP.");
        }
    }

    private void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int type = reader.next();
            if (type == START_ELEMENT || type == PROCESSING_INSTRUCTION) {
                names.note(reader);
            }
            depth += type == START_ELEMENT ? 1 : type == END_ELEMENT ? -1 : 0;
            if (depth > ApiLimits.DEPTH) {
                throw notXml("The document is nested too deep.");
            }
        }
    }

    /** Over the ends of what surrounds the list, to the end of the document. */
    private void end(XMLStreamReader reader) throws XMLStreamException {
        int type = reader.getEventType();
        while (type != END_DOCUMENT) {
            type = reader.next();
            boolean something = type == START_ELEMENT || (type == CHARACTERS && !reader.isWhiteSpace());
            if (something) {
                throw notXml("There is something after the list of events.");
            }
        }
        if (events == 0) {
            throw notXml("The list has at least one event.");
        }
    }

    /** To the next start or end of an element, over white space and comments. */
    private int nextTag(XMLStreamReader reader) throws XMLStreamException {
        while (true) {
            int type = reader.next();
            switch (type) {
                case START_ELEMENT -> {
                    names.note(reader);
                    return type;
                }
                case END_ELEMENT -> {
                    return type;
                }
                case PROCESSING_INSTRUCTION -> names.note(reader);
                case SPACE, COMMENT -> {
                    // says nothing
                }
                case CHARACTERS, CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        throw notXml("There is text where elements are expected.");
                    }
                }
                default -> throw notXml("The document has no document type and no entities of its own.");
            }
        }
    }

    private static void require(XMLStreamReader reader, String namespace, String name) {
        boolean there = reader.isStartElement()
                && name.equals(reader.getLocalName())
                && namespace.equals(reader.getNamespaceURI());
        if (!there) {
            throw notXml("At line %d an element %s of the namespace %s is expected."
                    .formatted(reader.getLocation().getLineNumber(), name, namespace));
        }
    }

    static ProblemException notXml(String detail) {
        return new ProblemException(ProblemType.NOT_XML, detail);
    }

    /** Where it broke; the parser's own text would repeat what was sent. */
    private static String place(XMLStreamException malformed) {
        return malformed.getLocation() == null
                ? "The document cannot be read."
                : "The document cannot be read at line %d, column %d."
                        .formatted(
                                malformed.getLocation().getLineNumber(),
                                malformed.getLocation().getColumnNumber());
    }

    private static XMLInputFactory factory() {
        // the Java machine's own, whatever other parsers the server brings
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
