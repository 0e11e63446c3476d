package se.knutpunkt.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterFileTest {

    private static final String GOOD = """
            {
              "authorities": [{"code": "miljö", "name": {"sv": "Miljönämnden", "en": "Environment committee"}}],
              "branches": [{"code": "tillsyn", "authority": "miljö", "name": {"sv": "Tillsyn", "en": "Supervision"}}],
              "caseTypes": [{
                "code": "NED", "prefix": "NED", "name": {"sv": "Nedskräpning", "en": "Littering"},
                "authority": "miljö", "branch": "tillsyn", "kind": "AUTHORITY_DECISION",
                "informationClass": "5.4", "documentType": "Anmälan", "diarySystem": "Diariet",
                "answeredBy": {"sv": "Miljökontoret", "en": "The office"}, "promiseDays": 5,
                "retentionRule": "GALLRAS-5", "retentionGround": "Plan", "sector": "SCHOOL",
                "legalReading": "Allmän handling.", "closed": false,
                "steps": [{"code": "in", "name": {"sv": "Inkommen", "en": "In"}, "signals": true, "diaryEvent": true}]
              }],
              "sources": [{
                "code": "system", "name": {"sv": "Systemet", "en": "The system"}, "authority": "miljö",
                "caseTypes": ["NED"], "expectedRhythmMinutes": 60,
                "keySha256": ["000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"]
              }]
            }
            """;

    private ObjectNode register;

    @BeforeEach
    void read() throws JsonProcessingException {
        register = (ObjectNode) new ObjectMapper().readTree(GOOD);
    }

    @Test
    void readsAConsistentRegister() {
        RegisterContent content = RegisterFile.read("r.json", GOOD);
        assertThat(content.caseTypes()).singleElement().satisfies(type -> {
            assertThat(type.authority().name().in("en")).isEqualTo("Environment committee");
            assertThat(type.branch()).isNotNull();
            assertThat(type.sector()).isEqualTo(Sector.SCHOOL);
            assertThat(type.steps()).hasSize(1);
        });
        assertThat(content.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.caseTypes()).containsExactly("NED"));
    }

    @Test
    void readsTheFileThatTheGuideBeginsWith() throws IOException {
        String guide = Files.readString(Path.of("../docs/inforande.md"));
        String json = guide.substring(guide.indexOf("```json") + 7);
        assertThat(RegisterFile.read("inforande.md", json.substring(0, json.indexOf("```")))
                        .caseTypes())
                .hasSize(1);
    }

    @Test
    void namesTheLineOfWhatIsNotJson() {
        assertThat(refused("{\n\"authorities\": [,]}").problems())
                .singleElement()
                .asString()
                .startsWith("line 2:");
        assertThat(refused("").problems()).isNotEmpty();
        assertThat(refused("[]").problems()).isNotEmpty();
    }

    @Test
    void refusesUnknownReferences() {
        caseType().put("authority", "ingen");
        source().putArray("caseTypes").add("XYZ");
        assertThat(problems())
                .contains("/caseTypes/0/authority: there is no authority ingen")
                .contains("/sources/0/caseTypes: there is no case type XYZ");
    }

    @Test
    void refusesABranchOfAnotherAuthority() {
        ((ArrayNode) register.get("authorities"))
                .add(register.get("authorities").get(0).deepCopy());
        ((ObjectNode) register.get("authorities").get(1)).put("code", "bygg");
        caseType().put("authority", "bygg");
        assertThat(problems()).containsExactly("/caseTypes/0/branch: the authority bygg has no branch tillsyn");
    }

    @Test
    void refusesDuplicates() {
        for (String list : List.of("authorities", "branches", "caseTypes", "sources")) {
            ArrayNode entries = (ArrayNode) register.get(list);
            entries.add(entries.get(0).deepCopy());
        }
        assertThat(problems())
                .contains("/authorities/1/code: the authority miljö is there twice")
                .contains("/branches/1/code: the branch tillsyn is there twice")
                .contains("/caseTypes/1/code: the case type NED is there twice")
                .contains("/sources/1/code: the source system is there twice")
                .contains("/sources/1/keySha256: the same key is there twice");
    }

    @Test
    void refusesThePrefixOfAnotherType() {
        ArrayNode types = (ArrayNode) register.get("caseTypes");
        ObjectNode other = types.get(0).deepCopy();
        types.add(other.put("code", "NED2"));
        assertThat(problems()).containsExactly("/caseTypes/1/prefix: the prefix NED is there twice");
    }

    @Test
    void refusesTheSameKeyInAnotherCase() {
        ArrayNode keys = (ArrayNode) source().get("keySha256");
        keys.add("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
        assertThat(problems()).containsExactly("/sources/0/keySha256: the same key is there twice");
    }

    @Test
    void refusesMissingAndMisspeltFields() {
        caseType().remove(List.of("retentionGround", "closed", "steps"));
        caseType().put("retentionGrund", "Plan");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "/caseTypes/0/retentionGround: is missing",
                        "/caseTypes/0/closed: true or false is expected",
                        "/caseTypes/0/steps: at least one is needed",
                        "/caseTypes/0/retentionGrund: is not a field of the register");
    }

    @Test
    void refusesRulesAndKeysOfAnotherForm() {
        caseType().put("sector", "EVERYONE");
        source().putArray("keySha256").add("@PLACEHOLDER@");
        assertThat(problems())
                .containsExactly(
                        "/caseTypes/0/sector: EVERYONE is none of the words there are",
                        "/sources/0/keySha256: not 64 hexadecimal digits");
    }

    @Test
    void refusesASourceThatPosesAsThePortal() {
        source().put("code", SourceSystem.PORTAL);
        assertThat(problems()).hasSize(1);
    }

    @Test
    void refusesTextsThatNoColumnHolds() {
        caseType().put("retentionGround", "x".repeat(301));
        assertThat(problems()).containsExactly("/caseTypes/0/retentionGround: is longer than 300 characters");
        caseType().put("retentionGround", "x".repeat(300));
        assertThat(RegisterFile.read("r.json", register.toString()).caseTypes()).hasSize(1);
    }

    @Test
    void saysAllInOneLine() {
        caseType().put("authority", "ingen");
        assertThat(refused(register.toString()))
                .hasMessageStartingWith("The register file r.json is refused: /caseTypes/0/authority")
                .hasMessageNotContaining("\n");
    }

    private ObjectNode caseType() {
        return (ObjectNode) register.get("caseTypes").get(0);
    }

    private ObjectNode source() {
        JsonNode source = register.get("sources").get(0);
        return (ObjectNode) source;
    }

    private List<String> problems() {
        return refused(register.toString()).problems();
    }

    private static RegisterRefused refused(String json) {
        RegisterRefused refused = catchThrowableOfType(RegisterRefused.class, () -> RegisterFile.read("r.json", json));
        assertThat(refused).isNotNull();
        return refused;
    }
}
