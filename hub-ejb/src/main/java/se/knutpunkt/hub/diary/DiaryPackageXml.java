package se.knutpunkt.hub.diary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.Direction;
import se.knutpunkt.hub.casefile.SecrecyMark;
import se.knutpunkt.hub.file.StoredFile;

/** {@code handling.xml}: the facts of OSL 5 kap. 2 §, the answers and the files, by {@code docs/diary-package.xsd}. */
final class DiaryPackageXml {

    static final String NAMESPACE = "urn:knutpunkt:diary-package:1";

    private final DiaryPackage content;
    private final Dossier dossier;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private XMLStreamWriter xml;

    DiaryPackageXml(DiaryPackage content) {
        this.content = content;
        this.dossier = content.dossier();
    }

    byte[] bytes() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "handling");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("id", dossier.row().id().toString());
            xml.writeAttribute(
                    "skapat", content.made().truncatedTo(ChronoUnit.SECONDS).toString());
            registration();
            caseFacts();
            answers();
            files();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
    }

    private void registration() throws XMLStreamException {
        CaseFile caseFile = dossier.caseFile();
        xml.writeStartElement(NAMESPACE, "registrering");
        boolean incoming = caseFile.direction() == Direction.INCOMING;
        text(
                incoming ? "inkommen" : "upprattad",
                dossier.row().receivedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        if (dossier.row().diaryNumber() != null) {
            text("diarienummer", dossier.row().diaryNumber());
        }
        xml.writeStartElement(NAMESPACE, "avsandare");
        xml.writeAttribute("sort", sort(dossier.row().senderKind()));
        xml.writeCharacters(legal(dossier.sender() == null ? "" : dossier.sender()));
        xml.writeEndElement();
        text("mottagare", content.authorityName());
        text("vadHandlingenRor", caseFile.titles().internal());
        text("offentligRubrik", caseFile.titles().open());
        SecrecyMark mark = caseFile.secrecy();
        if (mark != null) {
            xml.writeEmptyElement(NAMESPACE, "sekretessmarkering");
            xml.writeAttribute("lagrum", legal(mark.provision()));
            xml.writeAttribute("datum", mark.date().toString());
            xml.writeAttribute("myndighet", legal(mark.authority()));
        }
        xml.writeEndElement();
    }

    private void caseFacts() throws XMLStreamException {
        CaseFile caseFile = dossier.caseFile();
        xml.writeStartElement(NAMESPACE, "arende");
        text("arendenummer", caseFile.caseNumber());
        if (caseFile.mainCaseNumber() != null) {
            text("huvudarendenummer", caseFile.mainCaseNumber());
        }
        text("arendetyp", caseFile.caseType());
        text("myndighet", caseFile.authority());
        text("klass", caseFile.informationClass());
        text("handlingstyp", caseFile.documentType());
        xml.writeStartElement(NAMESPACE, "gallring");
        xml.writeAttribute("regel", legal(caseFile.retention().rule()));
        xml.writeCharacters(legal(caseFile.retention().ground()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void answers() throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "svar");
        for (DiaryAnswer answer : dossier.answers()) {
            xml.writeStartElement(NAMESPACE, "uppgift");
            if (!answer.section().isEmpty()) {
                xml.writeAttribute("avsnitt", legal(answer.section()));
            }
            text("fraga", answer.label());
            text("svarstext", answer.value());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void files() throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "filer");
        for (DiaryPackage.Part part : content.parts()) {
            StoredFile stored = part.file().stored();
            xml.writeStartElement(NAMESPACE, "fil");
            xml.writeAttribute("sort", part.file().kind() == DiaryFile.Kind.RECEIPT ? "kvittens" : "bilaga");
            text("sokvag", part.path());
            text("namn", stored.name());
            text("mediatyp", stored.mediaType());
            text("storlek", Long.toString(stored.size()));
            text("sha256", stored.sha256().toLowerCase(Locale.ROOT));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String sort(SenderKind kind) {
        return switch (kind) {
            case ANONYMOUS -> "anonym";
            case STATED -> "uppgiven";
            case E_ID -> "e-legitimation";
        };
    }

    /** The text without the characters that XML 1.0 cannot hold, not even escaped. */
    static String legal(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(DiaryPackageXml::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
