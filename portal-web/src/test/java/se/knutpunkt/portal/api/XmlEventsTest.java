package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Marking;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.event.Withheld;

class XmlEventsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String PRINTED = example("handelser.xml");
    private static final String SOAP = example("handelser-soap.xml");
    private static final Schema SCHEMA = schema();

    /** What was read before the end, and what ended it when that was a problem. */
    record Read(List<ReadEvent> events, Optional<Problem> problem, boolean soap) {
        List<String> pointers() {
            return events.stream()
                    .flatMap(event -> Optional.ofNullable(event.problem()).stream())
                    .flatMap(wrong -> wrong.errors().stream())
                    .map(Fault::pointer)
                    .toList();
        }

        boolean isWhole() {
            return problem.isEmpty() && events.stream().allMatch(event -> event.event() != null);
        }
    }

    static Read read(byte[] body, @Nullable String charset) {
        List<ReadEvent> events = new ArrayList<>();
        MeteredStream metered = new MeteredStream(new ByteArrayInputStream(body), ApiLimits.BATCH_BYTES);
        XmlEvents xml = new XmlEvents(metered, charset, TODAY, ApiLimits.BATCH_EVENTS);
        try {
            for (ReadEvent next = xml.next(); next != null; next = xml.next()) {
                events.add(next);
            }
            return new Read(events, Optional.empty(), xml.isSoap());
        } catch (ProblemException unreadable) {
            return new Read(events, Optional.of(unreadable.problem()), xml.isSoap());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Read read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void readsTheSameEventAsFromJson() {
        IncomingEvent fromXml = read(PRINTED).events().get(1).event();
        assertThat(fromXml).isNotNull();
        String json = Samples.full()
                .toString()
                .replace("handelse-2026-000124", "xml-exempel-02")
                .replace("KS-2026-9002", "KUL-2026-0202")
                .replace("KS-2026-9000", "KUL-2026-0200")
                .replace(",\"saknadeHandlingar\":[\"Svar på erbjudandet\"]", "");
        IncomingEvent fromJson = EventReader.read(Documents.one(json.getBytes(StandardCharsets.UTF_8)), TODAY);
        assertThat(fromXml).usingRecursiveComparison().isEqualTo(fromJson);
    }

    @Test
    void readsWhatIsSaidOfConfidentialityAsTheSchemaDoes() {
        String marked = PRINTED.replaceFirst(
                "<taggar>",
                "<sekretess><lagrum>OSL 26:1</lagrum><datum>2026-11-20</datum><myndighet>omsorgsnämnden</myndighet>"
                        + "</sekretess><hemligForVardnadshavare>1</hemligForVardnadshavare>"
                        + "<skyddarAnmalare>false</skyddarAnmalare><endastParten>true</endastParten><taggar>");
        assertThat(faultBySchema(marked.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(read(marked).events().get(1).event().confidentiality())
                .isEqualTo(new Confidentiality(
                        new Marking("OSL 26:1", LocalDate.of(2026, 11, 20), "omsorgsnämnden"), true, false, true));
        for (String wrong : List.of(
                marked.replace("<datum>2026-11-20</datum>", ""),
                marked.replace("2026-11-20</datum>", "2026-02-30</datum>"),
                marked.replace("<lagrum>OSL 26:1</lagrum>", "<lagrum/>"))) {
            assertThat(faultBySchema(wrong.getBytes(StandardCharsets.UTF_8))).isPresent();
            assertThat(read(wrong).pointers()).hasSize(1).allMatch(pointer -> pointer.startsWith("/sekretess/"));
        }
    }

    @Test
    void readsWhatIsPrintedAndTheSchemaHoldsIt() throws IOException, SAXException {
        assertThat(read(PRINTED).isWhole()).isTrue();
        assertThat(read(PRINTED).events()).hasSize(2);
        SCHEMA.newValidator().validate(source(PRINTED.getBytes(StandardCharsets.UTF_8)));
        Read soap = read(SOAP);
        assertThat(soap.soap()).isTrue();
        assertThat(soap.isWhole()).isTrue();
        assertThat(soap.events()).hasSize(1);
    }

    @Test
    void takesNothingThatTheSchemaRefuses() {
        Random random = new Random(20261122);
        int taken = 0;
        for (int i = 0; i < 4000; i++) {
            String changed = changed(PRINTED, random);
            byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
            if (read(bytes, null).isWhole()) {
                taken++;
                assertThat(faultBySchema(bytes)).as(changed).isEmpty();
            }
        }
        assertThat(taken).as("of 4000 changed documents some must be good").isBetween(100, 3900);
    }

    @Test
    void readsThatThePartyMayNotHaveAFile() {
        String withheld = PRINTED.replace(
                "<namn>karta.txt</namn>",
                "<namn>karta.txt</namn><undantagen><lagrum>OSL 26:5</lagrum><skal>Risk för våld</skal>"
                        + "<upplysning>En karta</upplysning></undantagen>");
        Read read = read(withheld);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.events().get(1).event().attachments())
                .extracting(IncomingAttachment::withheld)
                .containsExactly(new Withheld("OSL 26:5", "Risk för våld", "En karta"));
        assertThat(faultBySchema(withheld.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<rubrik>Svara,<rubrik>\u0085Svara,/rubrik",
        "<tidpunkt>2026-11-21T13:05:00+01:00,<tidpunkt>2026-11-21,/tidpunkt",
        "<taggar>,<nytt/><taggar>,/nytt",
        "<taggar>,<taggar><annat/>,/taggar/0",
        "<taggar>,<taggar>text,/taggar",
        "<sprak>sv</sprak>,<sprak>sv</sprak><sprak>sv</sprak>,/sprak",
        "<namn>karta.txt,<namn>../karta,/bilagor/0/namn",
        "<bilaga>,<bilaga><undantagen><skal>x</skal></undantagen>,/bilagor/0/undantagen/lagrum",
        "201811052388,201811052389,/beror/identifierare",
        "<producentarendetKlart>false,<producentarendetKlart>nej,/producentarendetKlart",
        "<referenser>,<referenser a='1'>,/referenser",
        "<referenser>,<referenser>x,/referenser",
        "<uppgift namn=,<uppgift nam=,/utokadInformation/uppgift",
        "<huvudarende>KUL-2026-0200,<huvudarende>196006172818,/huvudarende",
        "<arendetyp>KUL,<arendetyp xmlns=''>KUL,/arendetyp"
    })
    void saysWhereAnEventIsWrongAndGoesOn(String before, String after, String pointer) {
        Read read = read(PRINTED.replace(before, after));
        assertThat(read.problem()).isEmpty();
        assertThat(read.events()).hasSize(2);
        assertThat(read.pointers()).isNotEmpty().contains(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void readsTheCharacterSetsOfOldSystems(String charset) {
        String declared = PRINTED.replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
        byte[] body = declared.getBytes(Charset.forName(charset));
        Read read = charset.equals("UTF-16LE") ? read(body, "utf-16le") : read(body, null);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.events().get(0).event().wording().headline()).isEqualTo("Ansökan om kulturstipendium inkommen");
    }

    @Test
    void believesTheTransportAboutTheCharacterSet() {
        byte[] latin = PRINTED.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin, "iso-8859-1").isWhole()).isTrue();
        assertThat(read(latin, null).problem()).map(Problem::type).contains(ProblemType.NOT_XML);
        assertThat(read(PRINTED.replace("UTF-8", "UTF-7")).problem()).isPresent();
        assertThat(read(PRINTED.replace("UTF-8", "IBM500")).problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "{}",
                "<a/>",
                "<handelser/>",
                "<handelser xmlns='urn:knutpunkt:handelser:1'/>",
                "<handelser xmlns='urn:knutpunkt:handelser:1'>text</handelser>",
                "<handelser xmlns='urn:knutpunkt:handelser:2'><handelse/></handelser>",
                "<handelser xmlns='urn:knutpunkt:handelser:1'><annat/></handelser>",
                "<!DOCTYPE handelser><handelser xmlns='urn:knutpunkt:handelser:1'><handelse/></handelser>",
                "<handelser xmlns='urn:knutpunkt:handelser:1'><handelse/></handelser><more/>"
            })
    void refusesWhatIsNoListOfEvents(String body) {
        assertThat(read(body).problem()).map(Problem::type).contains(ProblemType.NOT_XML);
    }

    @Test
    void keepsWhatStandsWholeBeforeABreak() {
        int second = PRINTED.lastIndexOf("<rubrik>");
        Read read = read(PRINTED.substring(0, second));
        assertThat(read.events()).extracting(ReadEvent::id).containsExactly("xml-exempel-01");
        assertThat(read.problem()).isPresent();
    }

    @Test
    void fetchesNothingAndExpandsNothing(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hemligt");
        for (String declaration : List.of(
                "<!ENTITY x SYSTEM '" + secret.toUri() + "'>",
                "<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;'>",
                "<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;")) {
            String body = PRINTED.replace("<handelser ", "<!DOCTYPE handelser [" + declaration + "]><handelser ")
                    .replace("Svara om", "&x;");
            Read read = read(body);
            assertThat(read.events()).isEmpty();
            assertThat(read.problem()).map(Problem::type).contains(ProblemType.NOT_XML);
        }
        assertThat(read(PRINTED.replace("Svara om", "&x;")).problem()).isPresent();
    }

    @Test
    void endsAtTheLimitsOfDepthAndSize() {
        assertThat(read(PRINTED.replace("<rubrik>", "<rubrik>" + "<a>".repeat(30)))
                        .problem())
                .map(Problem::type)
                .contains(ProblemType.NOT_XML);
        for (String huge :
                List.of("a".repeat(1_200_000), "<a/>".repeat(300_000), "<!--" + "a".repeat(1_200_000) + "-->")) {
            Read read = read(PRINTED.replace("Svara om", huge));
            assertThat(read.problem()).map(Problem::type).contains(ProblemType.TOO_LARGE);
            assertThat(read.events()).hasSize(1);
        }
    }

    @Test
    void endsWhereTheParserWouldHaveToRememberTooManyNames() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < XmlNames.MOST; i++) {
            events.append("<handelse><a").append(i).append("/></handelse>");
        }
        Read read = read(PRINTED.replaceFirst("<handelse>", events + "<handelse>"));
        assertThat(read.problem().orElseThrow().detail()).contains("different names");
        assertThat(read.events()).hasSizeBetween(900, XmlNames.MOST);
        String attributes = events.toString().replaceAll("<a([0-9]+)/>", "<a a$1='' xmlns:b$1='c$1'/>");
        assertThat(read(PRINTED.replaceFirst("<handelse>", attributes + "<handelse>"))
                        .problem())
                .isPresent();
    }

    @Nested
    class InAnEnvelope {

        @Test
        void skipsHeadersThatNeedNotBeUnderstood() {
            String header = "<soap:Header><a xmlns='x'><b/></a></soap:Header><soap:Body>";
            assertThat(read(SOAP.replace("<soap:Body>", header)).isWhole()).isTrue();
        }

        @Test
        void refusesAHeaderThatMustBeUnderstood() {
            String header = "<soap:Header><a xmlns='x' soap:mustUnderstand='1'/></soap:Header><soap:Body>";
            Read read = read(SOAP.replace("<soap:Body>", header));
            assertThat(read.problem()).map(Problem::type).contains(ProblemType.SOAP_HEADER);
            assertThat(fault(read))
                    .contains("<faultcode>soap:MustUnderstand</faultcode>")
                    .doesNotContain("<detail>");
        }

        @Test
        void refusesAnotherVersion() {
            Read read = read(SOAP.replace(XmlEvents.SOAP, "http://www.w3.org/2003/05/soap-envelope"));
            assertThat(read.problem()).map(Problem::type).contains(ProblemType.SOAP_VERSION);
            assertThat(fault(read)).contains("<faultcode>soap:VersionMismatch</faultcode>");
        }

        @ParameterizedTest
        @CsvSource({"<handelser ,<a/><handelser ", "</handelser>,</handelser><a/>", "<soap:Body>,<soap:Kropp>"})
        void refusesABodyOfAnythingElse(String before, String after) {
            Read read = read(SOAP.replace(before, after));
            assertThat(read.problem()).map(Problem::type).contains(ProblemType.NOT_XML);
            assertThat(fault(read)).contains("<faultcode>soap:Client</faultcode>");
        }

        private String fault(Read read) {
            return new String(XmlAnswer.fault(read.problem().orElseThrow()), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersByTheSchema() throws IOException, SAXException {
        XmlAnswer answer = new XmlAnswer(() -> false);
        answer.add(new EventResult("a\"<1", new Taken(UUID.randomUUID().toString(), false), null));
        answer.add(new EventResult("", null, Problem.invalid(List.of(new Fault("/rubrik", "The text is not empty.")))));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        answer.end(Problem.of(ProblemType.NOT_XML, "The document cannot be read."), "id")
                .sendTo(out);
        SCHEMA.newValidator().validate(source(out.toByteArray()));
        assertThat(answer.anyRefused()).isTrue();
        assertThatThrownBy(() -> SCHEMA.newValidator().validate(source("<svar/>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SAXException.class);
    }

    /** A piece cut out, doubled, or a character changed; often at the border of a tag, so that the result is well formed. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        String alphabet = "<>/&;\"= åaA0-.\n\t:+|é\u0085\u2028";
        if (random.nextInt(3) > 0) {
            int at = 140 + random.nextInt(text.length() - 140);
            changed.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
        } else {
            List<Integer> lines = new ArrayList<>();
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                lines.add(i);
            }
            int line = 2 + random.nextInt(lines.size() - 3);
            String piece = text.substring(lines.get(line), lines.get(line + 1));
            if (random.nextBoolean()) {
                changed.delete(lines.get(line), lines.get(line + 1));
            } else {
                changed.insert(lines.get(2 + random.nextInt(lines.size() - 3)), piece);
            }
        }
        return changed.toString();
    }

    private static Optional<String> faultBySchema(byte[] document) {
        try {
            SCHEMA.newValidator().validate(source(document));
            return Optional.empty();
        } catch (SAXException invalid) {
            return Optional.of(String.valueOf(invalid.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static StreamSource source(byte[] document) {
        return new StreamSource(new ByteArrayInputStream(document));
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(XmlEventsTest.class.getResource("/META-INF/handelser.xsd"));
        } catch (SAXException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    static String example(String name) {
        try {
            return Files.readString(Path.of("../docs/examples", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
