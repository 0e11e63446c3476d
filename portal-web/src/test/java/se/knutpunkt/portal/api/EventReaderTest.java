package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Marking;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Withheld;
import se.knutpunkt.hub.party.IdentityNumber;

class EventReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final ObjectNode event = Samples.full();
    private final ObjectNode data = Samples.data(event);

    @Test
    void takesEveryPrintedExample() {
        List<Samples.Printed> printed = Samples.printed();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(4);
        for (Samples.Printed example : printed) {
            if (!example.contentType().endsWith("json")) {
                continue;
            }
            Iterable<JsonNode> events = example.body().isArray() ? example.body() : List.of(example.body());
            events.forEach(one -> assertThat(EventReader.read(one, TODAY).externalId())
                    .isEqualTo(one.get("id").asText()));
        }
    }

    @Test
    void readsEveryMember() {
        IncomingEvent read = EventReader.read(event, TODAY);
        assertThat(read.matter().caseType()).isEqualTo("KUL");
        assertThat(read.matter().caseNumber()).isEqualTo("KS-2026-9002");
        assertThat(read.matter().mainCaseNumber()).isEqualTo("KS-2026-9000");
        assertThat(read.wording().headline()).isEqualTo("Svara om platsen på pianokursen");
        assertThat(read.wording().neutralSummary()).isEqualTo("Kulturskolan har ställt en fråga");
        assertThat(read.subjects().concerns())
                .isEqualTo(new IdentityNumber(IdentityNumber.Kind.PERSONNUMMER, "201811052388"));
        assertThat(read.status().needsAction()).isTrue();
        assertThat(read.status().diaryEvent()).isTrue();
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2026-11-21T12:05:00Z"));
        assertThat(read.references().link()).isEqualTo("https://www.example.org/svara");
        assertThat(read.references().information()).contains("senastDatum").contains("KFN 2026/00077");
        assertThat(read.references().tags()).containsExactly("kulturskolan");
        assertThat(read.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("karta.txt");
            assertThat(((IncomingAttachment.Inline) attachment).content()).hasSize(19);
        });
    }

    @Test
    void readsWhatItReplaces() {
        assertThat(EventReader.read(event, TODAY).replaces()).isNull();
        replaces("id-1", "RATTELSE", "2026-11-22T08:00:00+01:00");
        assertThat(EventReader.read(event, TODAY).replaces())
                .isEqualTo(new Replacement("id-1", Replacement.Kind.CORRECTION, Instant.parse("2026-11-22T07:00:00Z")));
        replaces("id-1", "ATERKALLELSE", "2026-11-22T08:00:00+01:00");
        assertThat(EventReader.read(event, TODAY).replaces())
                .extracting(Replacement::kind)
                .isEqualTo(Replacement.Kind.WITHDRAWAL);
    }

    @Test
    void readsAFileThatComesLater() {
        String hash = "0123456789abcdef".repeat(4);
        ObjectNode file =
                data.putArray("bilagor").addObject().put("namn", "a.pdf").put("mediatyp", "application/pdf");
        file.put("sha256", hash);
        assertThat(EventReader.read(event, TODAY).attachments())
                .containsExactly(new IncomingAttachment.Announced("a.pdf", "application/pdf", hash));
        file.put("innehall", "YQ==");
        assertThat(pointers()).containsExactly("/data/bilagor/0/sha256");
        file.remove("innehall");
        for (String wrong : List.of(hash + "0", hash.substring(1), hash.replace('a', 'A'))) {
            file.put("sha256", wrong);
            assertThat(pointers()).containsExactly("/data/bilagor/0/sha256");
        }
        file.remove("sha256");
        assertThat(pointers()).containsExactly("/data/bilagor/0/innehall");
    }

    @Test
    void readsThatThePartyMayNotHaveAFile() {
        ObjectNode file = data.putArray("bilagor")
                .addObject()
                .put("namn", "a.pdf")
                .put("mediatyp", "application/pdf")
                .put("innehall", "YQ==");
        ObjectNode withheld =
                file.putObject("undantagen").put("lagrum", "OSL 26:5").put("skal", "Risk för våld");
        assertThat(EventReader.read(event, TODAY).attachments())
                .extracting(IncomingAttachment::withheld)
                .containsExactly(new Withheld("OSL 26:5", "Risk för våld", null));
        withheld.put("upplysning", "En anmälan");
        file.put("sha256", "0123456789abcdef".repeat(4)).remove("innehall");
        assertThat(EventReader.read(event, TODAY).attachments())
                .extracting(IncomingAttachment::withheld)
                .containsExactly(new Withheld("OSL 26:5", "Risk för våld", "En anmälan"));
        withheld.put("annat", 1);
        assertThat(pointers()).containsExactly("/data/bilagor/0/undantagen/annat");
        withheld.remove("annat");
        withheld.put("lagrum", "OSL 10:3").put("skal", "");
        assertThat(pointers())
                .containsExactlyInAnyOrder("/data/bilagor/0/undantagen/lagrum", "/data/bilagor/0/undantagen/skal");
        withheld.removeAll();
        assertThat(pointers())
                .containsExactlyInAnyOrder("/data/bilagor/0/undantagen/lagrum", "/data/bilagor/0/undantagen/skal");
        file.put("undantagen", true);
        assertThat(pointers()).containsExactly("/data/bilagor/0/undantagen");
    }

    @Test
    void tellsWhatIsWrongWithWhatItReplaces() {
        replaces(data.get("kundhandelseId").textValue(), "ANDRING", "i går");
        data.withObjectProperty("ersatter").put("orsak", "fel");
        assertThat(pointers())
                .containsExactlyInAnyOrder(
                        "/data/ersatter/kundhandelseId",
                        "/data/ersatter/satt",
                        "/data/ersatter/tidpunkt",
                        "/data/ersatter/orsak");
        replaces("19600617-2818", "RATTELSE", "2026-11-22T08:00:00+01:00");
        assertThat(pointers()).containsExactly("/data/ersatter/kundhandelseId");
        data.putObject("ersatter");
        assertThat(pointers()).hasSize(3);
    }

    @Test
    void readsWhatIsSaidOfConfidentiality() {
        assertThat(EventReader.read(event, TODAY).confidentiality()).isEqualTo(Confidentiality.NONE);
        mark("OSL 23:2 1 st", "2026-11-22", "barn-och-utbildningsnämnden");
        data.put("hemligForVardnadshavare", true).put("skyddarAnmalare", false).put("endastParten", true);
        assertThat(EventReader.read(event, TODAY).confidentiality())
                .isEqualTo(new Confidentiality(
                        new Marking("OSL 23:2 1 st", TODAY, "barn-och-utbildningsnämnden"), true, false, true));
        data.put("skyddarAnmalare", true);
        assertThat(EventReader.read(event, TODAY).confidentiality().keepsReporter())
                .isTrue();
    }

    @Test
    void aMarkingHasAllThree() {
        data.putObject("sekretess");
        assertThat(pointers())
                .containsExactly("/data/sekretess/lagrum", "/data/sekretess/datum", "/data/sekretess/myndighet");
        for (String one : List.of("lagrum", "datum", "myndighet")) {
            mark("OSL 26:1", "2026-11-20", "ON").remove(one);
            assertThat(pointers()).containsExactly("/data/sekretess/" + one);
        }
        mark("OSL 26:1", "2026-11-20", "ON").put("orsak", "x");
        assertThat(pointers()).containsExactly("/data/sekretess/orsak");
        data.put("sekretess", "OSL 26:1");
        assertThat(pointers()).containsExactly("/data/sekretess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OSL 99:1", "26:1", "osl 26:1", "OSL 26:1 ", "OSL 12:3", "OSL 8:1", "hemlig"})
    void refusesAProvisionThatMakesNothingSecret(String provision) {
        mark(provision, "2026-11-20", "ON");
        assertThat(pointers()).containsExactly("/data/sekretess/lagrum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "1899-12-31", "2026-02-30", "20261120", "2026-11-20T09:00:00Z"})
    void refusesADayThatAMarkingWasNotMade(String date) {
        mark("OSL 26:1", date, "ON");
        assertThat(pointers()).containsExactly("/data/sekretess/datum");
    }

    @Test
    void takesADayAheadSinceASendersClockMayBe() {
        mark("OSL 26:1", "2026-11-23", "ON");
        assertThat(pointersOrNone()).isEmpty();
        mark("OSL 26:1", "1900-01-01", "ON");
        assertThat(pointersOrNone()).isEmpty();
    }

    @Test
    void refusesWhatIsThePartysAloneWithoutAParty() {
        ((ObjectNode) data.get("part")).remove("kund");
        data.put("endastParten", true);
        assertThat(pointers()).containsExactly("/data/endastParten");
        data.put("endastParten", "ja");
        assertThat(pointers()).containsExactly("/data/endastParten");
    }

    private ObjectNode mark(String provision, String date, String authority) {
        return data.putObject("sekretess")
                .put("lagrum", provision)
                .put("datum", date)
                .put("myndighet", authority);
    }

    private void replaces(String id, String how, String at) {
        data.putObject("ersatter").put("kundhandelseId", id).put("satt", how).put("tidpunkt", at);
    }

    @Test
    void takesAnEventWithoutPartyAsAnonymous() {
        ((ObjectNode) data.get("part")).remove("kund");
        data.remove("beror");
        assertThat(EventReader.read(event, TODAY).subjects().party()).isNull();
    }

    @Test
    void readsTheCaseTypeFromTheEventTypeWhenItIsNotSaid() {
        data.remove("arendetyp");
        assertThat(EventReader.read(event, TODAY).matter().caseType()).isEqualTo("KUL");
    }

    @Test
    void takesNullAsAbsent() {
        data.putNull("huvudarende");
        ((ObjectNode) data.at("/part/kund")).putNull("tillagg");
        assertThat(EventReader.read(event, TODAY).matter().mainCaseNumber()).isNull();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        data.put("rubrik", 7);
        data.put("nytt", "x");
        data.remove("part");
        event.put("specversion", "0.3");
        assertThat(pointers()).containsExactlyInAnyOrder("/specversion", "/data/rubrik", "/data/nytt", "/data/part");
    }

    @ParameterizedTest
    @CsvSource({"rubrik,255", "beskrivning,65535", "neutralSammanfattning,255", "huvudarende,100", "producent,255"})
    void takesTextsUpToTheirLimit(String member, int limit) {
        data.put(member, "a".repeat(limit));
        EventReader.read(event, TODAY);
        data.put(member, "a".repeat(limit + 1));
        assertThat(pointers()).containsExactly("/data/" + member);
    }

    @Test
    void takesAnIdOfAHundredCharactersButNotMore() {
        for (int length : new int[] {100, 101}) {
            event.put("id", "a".repeat(length));
            data.put("kundhandelseId", "a".repeat(length));
            assertThat(pointersOrNone()).isEqualTo(length == 100 ? List.of() : List.of("/id", "/data/kundhandelseId"));
        }
    }

    @Test
    void takesAHundredTagsAndTwentyFilesButNotOneMore() {
        ArrayNode tags = data.putArray("taggar");
        for (int i = 0; i < 100; i++) {
            tags.add("t");
        }
        ArrayNode files = (ArrayNode) data.get("bilagor");
        while (files.size() < 20) {
            files.add(files.get(0).deepCopy());
        }
        EventReader.read(event, TODAY);
        tags.add("t");
        files.add(files.get(0).deepCopy());
        assertThat(pointers()).containsExactlyInAnyOrder("/data/taggar", "/data/bilagor");
    }

    @Test
    void refusesAnIdThatDiffersFromTheEnvelope() {
        data.put("kundhandelseId", "another");
        assertThat(pointers()).containsExactly("/data/kundhandelseId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\u0085b", "a\u2028b", "a\u202Eb", "a\uD800b", "   "})
    void refusesWhatIsNoLineOfText(String headline) {
        data.put("rubrik", headline);
        assertThat(pointers()).containsExactly("/data/rubrik");
    }

    @Test
    void takesLineBreaksOnlyInTheDescription() {
        data.put("beskrivning", "rad ett\r\n\trad två \uD83D\uDE00");
        EventReader.read(event, TODAY);
        data.put("beskrivning", "\u0000");
        assertThat(pointers()).containsExactly("/data/beskrivning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22",
                "2026-11-22T10:15:00",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22 10:15:00Z",
                "now",
                "9999-12-31T23:59:59Z"
            })
    void refusesWhatIsNoTimeByRfc3339(String time) {
        data.put("tidpunkt", time);
        assertThat(pointers()).containsExactly("/data/tidpunkt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:15:00Z", "2026-11-22t11:15:00.123456789+01:00", "2026-11-22T10:15:00-00:00"})
    void takesEveryZone(String time) {
        data.put("tidpunkt", time);
        EventReader.read(event, TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.org/",
                "javascript:alert(1)",
                "/mina-sidor",
                "https:",
                "https://u:p@example.org/"
            })
    void refusesLinksThatAreNotHttps(String link) {
        ((ObjectNode) data.get("referenser")).put("lank", link);
        assertThat(pointers()).containsExactly("/data/referenser/lank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov.x.y", "BYGGLOV.BESLUT", "A..B", "A.B.", "ÅR.B.C"})
    void refusesEventTypesOfAnotherForm(String type) {
        data.put("kundhandelseTyp", type);
        assertThat(pointers()).containsExactly("/data/kundhandelseTyp");
    }

    @Test
    void refusesFilesThatAreNotBase64OrNameFolders() {
        ObjectNode file = (ObjectNode) data.at("/bilagor/0");
        file.put("innehall", "inte base64!");
        assertThat(pointers()).containsExactly("/data/bilagor/0/innehall");
        file.put("innehall", "");
        file.put("namn", "../hemligt");
        assertThat(pointers()).containsExactlyInAnyOrder("/data/bilagor/0/namn", "/data/bilagor/0/innehall");
    }

    @Test
    void refusesAnythingButAnObject() {
        for (String json : new String[] {"[]", "1", "\"text\"", "null", "true"}) {
            ProblemException thrown = catchThrowableOfType(
                    ProblemException.class, () -> EventReader.read(Samples.JSON.readTree(json), TODAY));
            assertThat(thrown.problem().type()).isEqualTo(ProblemType.INVALID_EVENT);
        }
    }

    @Test
    void namesUnknownMembersWithoutRepeatingWhatTheyHold() {
        data.put("a/b~c\u0000", "hemligt");
        assertThat(pointers()).containsExactly("/data/a~1b~0c?");
    }

    @Nested
    class IdentityNumbersOfPersons {

        @ParameterizedTest
        @ValueSource(
                strings = {"196006172818", "arende-19600617-2818", "600617-2818", "x/6006172818/y", "197010632391"})
        void areRefusedInEveryEnvelopeMember(String text) {
            for (String member : new String[] {"source", "subject"}) {
                ObjectNode fresh = Samples.full();
                fresh.put(member, text);
                assertThat(pointersOf(fresh)).containsExactly("/" + member);
            }
            event.put("id", text);
            data.put("kundhandelseId", text);
            assertThat(pointers()).containsExactly("/id", "/data/kundhandelseId");
        }

        @Test
        void areRefusedInCaseNumbers() {
            ((ObjectNode) data.at("/part/arende")).put("identifierare", "MIL 196006172818");
            data.put("huvudarende", "19600617-2818");
            ((ObjectNode) data.get("referenser")).put("diarienummer", "600617-2818");
            assertThat(pointers())
                    .containsExactlyInAnyOrder(
                            "/data/part/arende/identifierare", "/data/huvudarende", "/data/referenser/diarienummer");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"196006172819", "2026112213051234567", "550e8400-e29b-41d4-a716-446655440000", "202713012345"
                })
        void areNotSeenWhereThereAreNone(String id) {
            event.put("id", id);
            data.put("kundhandelseId", id);
            assertThat(EventReader.read(event, TODAY).externalId()).isEqualTo(id);
        }

        @ParameterizedTest
        @CsvSource({
            "199004072395,Personnummer,identifierare",
            "9004072394,Personnummer,identifierare",
            "199013072394,Personnummer,identifierare",
            "199004072394,Samordningsnummer,typ",
            "199004072394,Organisationsnummer,identifierare",
            "199004072394,Passnummer,typ"
        })
        void areCheckedInThePart(String number, String kind, String wrong) {
            ObjectNode kund = (ObjectNode) data.at("/part/kund");
            kund.put("identifierare", number).put("typ", kind);
            assertThat(pointers()).containsExactly("/data/part/kund/" + wrong);
        }

        @Test
        void mayBeAnOrganisationForTheCaseButNotForWhomItIsAbout() {
            ((ObjectNode) data.at("/part/kund"))
                    .put("identifierare", "165560360793")
                    .put("typ", "Organisationsnummer");
            EventReader.read(event, TODAY);
            ((ObjectNode) data.get("beror"))
                    .put("identifierare", "165560360793")
                    .put("typ", "Organisationsnummer");
            assertThat(pointers()).containsExactly("/data/beror/typ");
        }
    }

    private List<String> pointers() {
        return pointersOf(event);
    }

    private List<String> pointersOrNone() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> EventReader.read(event, TODAY));
        return thrown == null ? List.of() : pointersOf(thrown);
    }

    private static List<String> pointersOf(ObjectNode broken) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> EventReader.read(broken, TODAY));
        assertThat(thrown).isNotNull();
        return pointersOf(thrown);
    }

    private static List<String> pointersOf(ProblemException thrown) {
        return thrown.problem().errors().stream().map(Fault::pointer).toList();
    }
}
