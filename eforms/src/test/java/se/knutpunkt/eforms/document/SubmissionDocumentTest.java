package se.knutpunkt.eforms.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.shape.FileRef;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.representation.Relation;

class SubmissionDocumentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path DOCS = Path.of("..", "docs", "examples");
    private static final String HANDOVER = "0f2a6c1e-7d3b-4c55-9a10-3f6b2f9d4e21";
    private static final String ADDRESS = "https://mina.alvstad.example/api/v1/forms/anmal-nedskrapning/1/schema.json";

    @Property(tries = 300)
    void rightAnswersToAnyFormMakeDocumentsThatFollowBothSchemas(@ForAll("filled") FilledForms.Filled filled) {
        SubmissionDocument document = document(filled.form(), filled.answers());

        assertThat(Validators.wrong(DocumentSchemas.json(filled.form(), ADDRESS), document.json()))
                .isEmpty();
        assertThat(Validators.wrongXml(DocumentSchemas.xsd(filled.form()), document.xml()))
                .isEmpty();
    }

    @Provide
    Arbitrary<FilledForms.Filled> filled() {
        return FilledForms.all();
    }

    @Test
    void answersAreTypedAndLabelsStandApart() throws IOException {
        JsonNode json = MAPPER.readTree(document(demoForm(), demoAnswers()).json());

        assertThat(json.at("/answers/farligt").isBoolean()).isTrue();
        assertThat(json.at("/answers/sett").asText()).isEqualTo("2026-11-20");
        assertThat(json.at("/answers/sort").asText()).isEqualTo("sopor");
        assertThat(json.at("/labels/sort/sopor").asText()).isEqualTo("Sopor eller grovsopor");
        assertThat(json.at("/answers/bilder/0/size").isInt()).isTrue();
        assertThat(json.at("/applicant/assuranceLevel").asText()).isEqualTo("loa3");
        assertThat(json.at("/case/number").asText()).isEqualTo("NED 2026-00017");
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void tellsForWhomTheSenderActed(Relation relation) throws IOException {
        IdentityNumber child = IdentityNumber.person("201608122394", LocalDate.of(2026, 11, 22));
        SubmissionDocument document =
                document(demoForm(), demoAnswers(), new Envelope.Represented(child, "Sixten Demosson", relation));

        assertThat(MAPPER.readTree(document.json())
                        .at("/applicant/onBehalfOf/identityNumber")
                        .asText())
                .isEqualTo("201608122394");
        assertThat(MAPPER.readTree(document.json())
                        .at("/applicant/identityNumber")
                        .asText())
                .isEqualTo("196006172818");
        assertThat(Validators.wrong(DocumentSchemas.json(demoForm(), ADDRESS), document.json()))
                .isEmpty();
        assertThat(Validators.wrongXml(DocumentSchemas.xsd(demoForm()), document.xml()))
                .isEmpty();
    }

    @Test
    void whatTheFormDoesNotAllowDoesNotFollowTheSchemas() throws IOException {
        FormVersion form = demoForm();
        byte[] schema = DocumentSchemas.json(form, ADDRESS);
        ObjectNode json =
                (ObjectNode) MAPPER.readTree(document(form, demoAnswers()).json());
        ((ObjectNode) json.get("answers")).put("sort", "okand");
        assertThat(Validators.wrong(schema, MAPPER.writeValueAsBytes(json))).isNotEmpty();

        Map<String, List<String>> without = demoAnswers();
        without.remove("plats");
        assertThat(Validators.wrong(schema, document(form, without).json())).isNotEmpty();
        assertThat(Validators.wrongXml(
                        DocumentSchemas.xsd(form), document(form, without).xml()))
                .isNotEmpty();

        Map<String, List<String>> other = demoAnswers();
        other.put("sort", List.of("okand"));
        assertThat(Validators.wrongXml(
                        DocumentSchemas.xsd(form), document(form, other).xml()))
                .isNotEmpty();
    }

    @Test
    void theExamplesInTheDocumentationAreWhatIsSent() throws IOException {
        SubmissionDocument document = document(demoForm(), demoAnswers());
        if (System.getProperty("examples") != null) {
            Files.write(DOCS.resolve("overlamning.json"), pretty(document.json()));
            Files.write(DOCS.resolve("overlamning.xml"), document.xml());
        }
        byte[] json = Files.readAllBytes(DOCS.resolve("overlamning.json"));
        byte[] xml = Files.readAllBytes(DOCS.resolve("overlamning.xml"));

        assertThat(MAPPER.readTree(json)).isEqualTo(MAPPER.readTree(document.json()));
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .isEqualTo(new String(document.xml(), StandardCharsets.UTF_8));
        assertThat(Validators.wrong(DocumentSchemas.json(demoForm(), ADDRESS), json))
                .isEmpty();
        assertThat(Validators.wrongXml(DocumentSchemas.xsd(demoForm()), xml)).isEmpty();
    }

    private static byte[] pretty(byte[] json) throws IOException {
        return (MAPPER.readTree(json).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static FormVersion demoForm() throws IOException {
        Path file = Path.of("..", "server/src/main/resources/demo/forms/anmal-nedskrapning.json");
        return new FormVersion(
                1, 1, MAPPER.readValue(Files.readAllBytes(file), FormDefinition.class), Instant.EPOCH, Instant.EPOCH);
    }

    private static Map<String, List<String>> demoAnswers() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("plats", List.of("Vid stigen norr om Badviken\nhundra meter från parkeringen"));
        answers.put("sett", List.of("2026-11-20"));
        answers.put("sort", List.of("sopor"));
        answers.put("beskrivning", List.of("Två soffor & flera svarta säckar."));
        answers.put("farligt", List.of("no"));
        answers.put(
                "bilder",
                List.of(new AnsweredFile("8d7e2f04-0000-4000-8000-000000000001", 48213, "soffor.jpg").value()));
        answers.put("svar", List.of("no"));
        return answers;
    }

    private static SubmissionDocument document(FormVersion form, Map<String, List<String>> answers) {
        return document(form, answers, null);
    }

    private static SubmissionDocument document(
            FormVersion form, Map<String, List<String>> answers, Envelope.@Nullable Represented behalf) {
        Envelope envelope = new Envelope(
                HANDOVER,
                "NED 2026-00017",
                form.definition().caseType(),
                "miljonamnden",
                Instant.parse("2026-11-22T14:03:11Z"),
                new Envelope.Applicant(
                        SenderKind.E_ID,
                        IdentityNumber.person("196006172818", LocalDate.of(2026, 11, 22)),
                        "Demo Testberg",
                        AssuranceLevel.LOA3,
                        behalf));
        return new SubmissionDocument(form, envelope, answers, SubmissionDocumentTest::file, ADDRESS);
    }

    private static FileRef file(String value) {
        AnsweredFile file = AnsweredFile.of(value);
        return new FileRef(
                file.name(),
                "image/jpeg",
                file.bytes(),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "https://mina.alvstad.example/api/v1/handovers/" + HANDOVER + "/files/" + file.id());
    }
}
