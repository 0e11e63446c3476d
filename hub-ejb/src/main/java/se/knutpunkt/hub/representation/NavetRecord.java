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
 * @param marked {@code Sekretessmarkering} or {@code SkyddadFolkbokforing} is anything but {@code N}
 * @param successor {@code HanvisningsPersonNr}: the number that took this one's place
 */
record NavetRecord(
        @Nullable String number,
        @Nullable String name,
        boolean marked,
        Deregistration deregistration,
        @Nullable String successor,
        List<Relation> relations) {

    /** What an {@code Avregistrering} means for who may act for whom. */
    enum Deregistration {
        /** There is none. */
        NONE,
        /** Only the number has changed ({@code GN} of a personal number, {@code GS} of a coordination number). */
        REPLACED,
        /** Dead, emigrated, missing, false identity or anything else, also what is not known: it ends the effect. */
        GONE;

        boolean isReplacement() {
            return this == REPLACED;
        }

        static Deregistration of(boolean present, @Nullable String code) {
            if (!present) {
                return NONE;
            }
            return "GN".equals(code) || "GS".equals(code) ? REPLACED : GONE;
        }
    }

    /**
     * A relation.
     *
     * @param deregistration of the other person
     * @param ended its status says so, or the other person is gone
     */
    record Relation(
            String type,
            @Nullable String number,
            @Nullable String from,
            @Nullable String until,
            Deregistration deregistration,
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
                isMarked(own),
                Deregistration.of(
                        own.containsKey(person + "/Avregistrering"),
                        own.get(person + "/Avregistrering/AvregistreringsorsakKod")),
                successor(own, person),
                relations);
    }

    /**
     * Both marks close; where an older file has only the first, the second is none. An empty element is no {@code N}: in
     * doubt the person is protected. A fictive identity bears no mark and no reference to the former number, by design.
     */
    private static boolean isMarked(Map<String, String> own) {
        return own.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/Sekretessmarkering")
                        || entry.getKey().endsWith("/SkyddadFolkbokforing"))
                .anyMatch(entry -> !entry.getValue().equals("N"));
    }

    /** The schema has the reference beside the person's number; some notices have it in a person id of its own. */
    private static @Nullable String successor(Map<String, String> own, String person) {
        return own.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(person + "/HanvisningsPersonNr"))
                .map(Map.Entry::getValue)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
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
        Deregistration other =
                Deregistration.of(texts.containsKey("Avregistrering"), texts.get("AvregistreringsorsakKod"));
        boolean ended = other == Deregistration.GONE || (status != null && isEnd(status));
        return new Relation(
                texts.getOrDefault("Relationstyp", ""),
                texts.get("PersonNr"),
                texts.get("RelationFromdatum"),
                texts.get("RelationTomdatum"),
                other,
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
