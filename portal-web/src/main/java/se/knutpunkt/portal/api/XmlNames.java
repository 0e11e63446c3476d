package se.knutpunkt.portal.api;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Counts the different names of a document: the parser keeps each until its end, so that they must be few. */
final class XmlNames {

    static final int MOST = 1000;

    private final Set<String> names = new HashSet<>();

    /**
     * Notes the names of the element or instruction that the parser stands at.
     *
     * @throws ProblemException when there are too many
     */
    void note(XMLStreamReader xml) {
        if (!xml.isStartElement()) {
            note(xml.getPITarget());
            return;
        }
        note(xml.getLocalName());
        note(xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            note(xml.getAttributeLocalName(i));
            note(xml.getAttributePrefix(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            note(xml.getNamespacePrefix(i));
            note(xml.getNamespaceURI(i));
        }
    }

    private void note(@Nullable String name) {
        if (name != null && names.add(name) && names.size() > MOST) {
            throw XmlEvents.notXml("The document has at most " + MOST + " different names.");
        }
    }
}
