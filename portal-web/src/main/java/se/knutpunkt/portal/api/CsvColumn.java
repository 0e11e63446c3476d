package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns that a file may have, by name, and the member of the event that each fills. */
enum CsvColumn {
    KUNDHANDELSE_ID("kundhandelseId"),
    TIDPUNKT("tidpunkt"),
    RUBRIK("rubrik"),
    BESKRIVNING("beskrivning"),
    NEUTRAL_SAMMANFATTNING("neutralSammanfattning"),
    SPRAK("sprak"),
    KUNDHANDELSE_TYP("kundhandelseTyp"),
    ARENDETYP("arendetyp"),
    KRAVER_KUNDATGARD("producentarendetKraverKundatgard"),
    KLART("producentarendetKlart"),
    DIARIEHANDELSE("diariehandelse"),
    VISAS("visasForMedborgaren"),
    PRODUCENT("producent"),
    KUND_IDENTIFIERARE("kundIdentifierare", "part", "kund", "identifierare"),
    KUND_TYP("kundTyp", "part", "kund", "typ"),
    ARENDE_IDENTIFIERARE("arendeIdentifierare", "part", "arende", "identifierare"),
    ARENDE_TYP("arendeTyp", "part", "arende", "typ"),
    BEROR_IDENTIFIERARE("berorIdentifierare", "beror", "identifierare"),
    BEROR_TYP("berorTyp", "beror", "typ"),
    HUVUDARENDE("huvudarende"),
    LANK("lank", "referenser", "lank"),
    DIARIENUMMER("diarienummer", "referenser", "diarienummer"),
    TAGGAR("taggar");

    private static final Set<CsvColumn> FLAGS = Set.of(KRAVER_KUNDATGARD, KLART, DIARIEHANDELSE, VISAS);

    private final String header;
    private final List<String> path;

    CsvColumn(String header, String... path) {
        this.header = header;
        this.path = path.length == 0 ? List.of(header) : List.of(path);
    }

    /** The column of a name in the header row. */
    static Optional<CsvColumn> of(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header.equals(header.strip()))
                .findFirst();
    }

    /** What people call the place of a fault: its column, when it has one. */
    static String place(String pointer) {
        for (CsvColumn column : values()) {
            String own = "/" + String.join("/", column.path);
            if (pointer.equals(own) || pointer.startsWith(own + "/")) {
                return column.header;
            }
        }
        return pointer;
    }

    String header() {
        return header;
    }

    /** Puts a cell into the data of an event; an empty one is as none, except for a text that may be empty. */
    void put(String cell, ObjectNode data) {
        if (cell.isBlank()) {
            if (this == BESKRIVNING) {
                data.put(header, "");
            }
            return;
        }
        ObjectNode object = data;
        for (String step : path.subList(0, path.size() - 1)) {
            object = object.withObjectProperty(step);
        }
        String member = path.get(path.size() - 1);
        if (this == TAGGAR) {
            ArrayNode tags = object.putArray(member);
            Arrays.stream(cell.split("\\|", -1)).map(String::strip).forEach(tags::add);
        } else if (FLAGS.contains(this)) {
            flag(object, member, cell.strip());
        } else {
            object.put(member, this == BESKRIVNING ? cell : cell.strip());
        }
    }

    private static void flag(ObjectNode object, String member, String cell) {
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "ja", "true", "1" -> object.put(member, true);
            case "nej", "false", "0" -> object.put(member, false);
            default -> object.put(member, cell); // the reader says that it is neither
        }
    }
}
