package se.knutpunkt.hub.representation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One {@code Folkbokforingspost} as texts. Elements that are not needed here are passed by.
 *
 * @param number the person's own number
 * @param marked {@code Sekretessmarkering} is anything but {@code N}
 * @param deregistered the person has an {@code Avregistrering}
 */
record NavetRecord(
        @Nullable String number,
        @Nullable String name,
        boolean marked,
        boolean deregistered,
        List<Relation> relations) {

    /**
     * A relation.
     *
     * @param ended its status says so, or the other person is deregistered
     */
    record Relation(
            String type,
            @Nullable String number,
            @Nullable String from,
            @Nullable String until,
            boolean ended) {}

    /** Reads the record at whose start element the reader stands; leaves it at the end element. */
    static NavetRecord read(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> own = new HashMap<>();
        List<Relation> relations = new ArrayList<>();
        String path = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("Relation")) {
                    relations.add(relation(reader));
                } else {
                    path = path + "/" + reader.getLocalName();
                    own.putIfAbsent(path, "");
                }
            } else if (event == XMLStreamConstants.CHARACTERS) {
                own.merge(path, reader.getText().strip(), String::concat);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.isEmpty()) {
                    break;
                }
                path = path.substring(0, path.lastIndexOf('/'));
            }
        }
        return record(own, relations);
    }

    private static NavetRecord record(Map<String, String> own, List<Relation> relations) {
        String person = "/Personpost";
        String number = own.get(person + "/PersonId/PersonNr");
        return new NavetRecord(
                number != null ? number : own.get(person + "/PersonId/TilldelatPersonNrSamordningsNr"),
                name(own.get(person + "/Namn/Fornamn"), own.get(person + "/Namn/Efternamn")),
                !own.getOrDefault("/Sekretessmarkering", "N").equals("N"),
                own.containsKey(person + "/Avregistrering"),
                relations);
    }

    private static Relation relation(XMLStreamReader reader) throws XMLStreamException {
        String status = reader.getAttributeValue(null, "status");
        Map<String, String> texts = new HashMap<>();
        String element = "Relation";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element = reader.getLocalName();
                texts.putIfAbsent(element, "");
            } else if (event == XMLStreamConstants.CHARACTERS) {
                texts.merge(element, reader.getText().strip(), String::concat);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("Relation")) {
                break;
            }
        }
        boolean ended = texts.containsKey("Avregistrering") || (status != null && isEnd(status));
        return new Relation(
                texts.getOrDefault("Relationstyp", ""),
                texts.get("PersonNr"),
                texts.get("RelationFromdatum"),
                texts.get("RelationTomdatum"),
                ended);
    }

    /** AV ended, AS annulled, IV not valid, AN other: only what is new or taken back in (NY, PB, RD) stands. */
    private static boolean isEnd(String status) {
        return !List.of("NY", "PB", "RD").contains(status);
    }

    private static @Nullable String name(@Nullable String first, @Nullable String last) {
        String name = Stream.of(first, last)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
