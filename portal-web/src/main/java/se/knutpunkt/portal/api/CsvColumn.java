package se.knutpunkt.portal.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
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
    KUND_IDENTIFIERARE("kundIdentifierare", "/part/kund/identifierare"),
    KUND_TYP("kundTyp", "/part/kund/typ"),
    ARENDE_IDENTIFIERARE("arendeIdentifierare", "/part/arende/identifierare"),
    ARENDE_TYP("arendeTyp", "/part/arende/typ"),
    BEROR_IDENTIFIERARE("berorIdentifierare", "/beror/identifierare"),
    BEROR_TYP("berorTyp", "/beror/typ"),
    HUVUDARENDE("huvudarende"),
    LANK("lank", "/referenser/lank"),
    DIARIENUMMER("diarienummer", "/referenser/diarienummer"),
    TAGGAR("taggar"),
    ERSATTER_KUNDHANDELSE_ID("ersatterKundhandelseId", "/ersatter/kundhandelseId"),
    ERSATTER_SATT("ersatterSatt", "/ersatter/satt"),
    ERSATTER_TIDPUNKT("ersatterTidpunkt", "/ersatter/tidpunkt"),
    SEKRETESS_LAGRUM("sekretessLagrum", "/sekretess/lagrum"),
    SEKRETESS_DATUM("sekretessDatum", "/sekretess/datum"),
    SEKRETESS_MYNDIGHET("sekretessMyndighet", "/sekretess/myndighet"),
    HEMLIG_FOR_VARDNADSHAVARE("hemligForVardnadshavare"),
    SKYDDAR_ANMALARE("skyddarAnmalare"),
    ENDAST_PARTEN("endastParten");

    private static final Set<CsvColumn> FLAGS = Set.of(
            KRAVER_KUNDATGARD,
            KLART,
            DIARIEHANDELSE,
            VISAS,
            HEMLIG_FOR_VARDNADSHAVARE,
            SKYDDAR_ANMALARE,
            ENDAST_PARTEN);

    private final String header;
    /** Where in the data, as a JSON Pointer. */
    private final String pointer;

    CsvColumn(String header) {
        this(header, "/" + header);
    }

    CsvColumn(String header, String pointer) {
        this.header = header;
        this.pointer = pointer;
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
            if (pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/")) {
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
        JsonPointer place = JsonPointer.compile(pointer);
        ObjectNode object = data;
        while (!place.tail().matches()) {
            object = object.withObjectProperty(place.getMatchingProperty());
            place = place.tail();
        }
        String member = place.getMatchingProperty();
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
