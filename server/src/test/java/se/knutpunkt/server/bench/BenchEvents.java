package se.knutpunkt.server.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events as a line-of-business system sends them: some ten a case, of a few dozen official test persons. */
public final class BenchEvents {
    static final int EVENTS_A_CASE = 10;
    public static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    static final String DESCRIPTION =
            "Vi har tagit emot din ansökan om kulturstipendium. Du behöver inte göra något nu. Vi hör av oss när"
                    + " ansökan är fördelad till en handläggare, som svarar på frågor om ärendet.";

    /** Official test numbers of the Swedish Tax Agency, never given to anyone. */
    public static final List<String> PERSONS = List.of(
            "189001019802",
            "189501089818",
            "189901159815",
            "190001229814",
            "190501299804",
            "191002059812",
            "191202119150",
            "192007249234",
            "192511038149",
            "192601049030",
            "193002209082",
            "193507059107",
            "194502253190",
            "194611213010",
            "195001182061",
            "196409294698",
            "196501253063",
            "197003199291",
            "197501079292",
            "198503232384",
            "198803282386",
            "199504032385",
            "200104102397",
            "200404152381",
            "200504192394",
            "200604232397",
            "200704262393",
            "200804292381");

    private BenchEvents() {}

    static String many(AtomicLong counter, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> one(counter.incrementAndGet()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String one(long number) {
        return of(PERSONS.get(person(number)), id(number), caseNumber(number), AT);
    }

    /** An event of a person in a case at a time. */
    public static String of(String person, String id, String caseNumber, Instant at) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"urn:knutpunkt:bench","type":"se.kommun.arende.handelse.v1",\
                "subject":"%2$s","time":"%3$s","datacontenttype":"application/json","data":{"kundhandelseId":"%1$s",\
                "version":"6.1","producent":"Älvstads kommun","sprak":"sv","tidpunkt":"%3$s",\
                "rubrik":"Ansökan om kulturstipendium inkommen","beskrivning":"%4$s",\
                "neutralSammanfattning":"En ansökan har kommit in","kundhandelseTyp":"ALVSTAD.KUL.INKOMMEN",\
                "arendetyp":"KUL","producentarendetKraverKundatgard":false,"producentarendetKlart":false,\
                "diariehandelse":true,"visasForMedborgaren":true,"part":{"kund":{"identifierare":"%5$s",\
                "typ":"Personnummer"},"arende":{"identifierare":"%2$s","typ":"Producentarendereferens"}}}}""".formatted(id, caseNumber, at, DESCRIPTION, person);
    }

    static String id(long number) {
        return "bench-" + Long.toString(number, 36);
    }

    static String caseNumber(long number) {
        return "BENCH-" + Long.toString(number / EVENTS_A_CASE, 36);
    }

    /** All events of a case are of one person. */
    static int person(long number) {
        return (int) (number / EVENTS_A_CASE % PERSONS.size());
    }
}
