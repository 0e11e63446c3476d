package se.knutpunkt.eforms.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.Problem;

class DefinitionUpgradesTest {

    /** A format that might come: the case type stands in an object of its own. */
    private record CaseTypeMoves() implements DefinitionUpgrade {

        @Override
        public int from() {
            return 1;
        }

        @Override
        public void upgrade(ObjectNode document) {
            JsonNode code = document.remove("caseType");
            if (code != null) {
                document.putObject("case").set("type", code);
            }
        }
    }

    /** And one after it, that takes it back. */
    private record CaseTypeReturns() implements DefinitionUpgrade {

        @Override
        public int from() {
            return 2;
        }

        @Override
        public void upgrade(ObjectNode document) {
            JsonNode code = document.path("case").path("type");
            document.remove("case");
            document.set("caseType", TextNode.valueOf(code.asText() + "-3"));
        }
    }

    private static final DefinitionUpgrades CHAIN =
            new DefinitionUpgrades(List.of(new CaseTypeMoves(), new CaseTypeReturns()));

    /** As the first product stored it: whatever formats come, this has to be read. */
    @Test
    void readsADefinitionThatWasStoredInTheFirstFormat() {
        FormDefinition form = DefinitionJson.read(stored());

        assertThat(form.format()).isEqualTo(DefinitionUpgrades.STANDARD.newest());
        assertThat(form.slug()).isEqualTo("lamna-synpunkt");
        assertThat(form.field("epost").orElseThrow().requiredWhen()).isEqualTo("svar.orValue(false)");
        assertThat(form.checks()).hasSize(1);
    }

    @Test
    void carriesAnOldDefinitionThroughEveryUpgradeInTurn() {
        FormDefinition form = DefinitionJson.read(stored(), CHAIN);

        assertThat(CHAIN.newest()).isEqualTo(3);
        assertThat(form.format()).isEqualTo(3);
        assertThat(form.caseType()).isEqualTo("SYN-3");
    }

    @Test
    void beginsWhereTheDefinitionIs() throws Exception {
        ObjectNode second = (ObjectNode) new ObjectMapper().readTree("{\"format\":2,\"case\":{\"type\":\"A\"}}");

        assertThat(CHAIN.upgraded(second).toString()).isEqualTo("{\"format\":3,\"caseType\":\"A-3\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "99999999999999"})
    void anUnknownFormatIsRefusedWithItsPlace(String format) {
        String document = stored().replaceFirst("\"format\":1", "\"format\":" + format);

        assertThatThrownBy(() -> DefinitionJson.read(document)).hasMessageContaining("/format");
        assertThat(new DefinitionReader(code -> true)
                        .read(document.getBytes(StandardCharsets.UTF_8))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.SCHEMA);
                    assertThat(problem.place()).isEqualTo("/format");
                    assertThat(problem.message().swedish()).contains(format);
                });
    }

    @Test
    void upgradesAreNumberedWithoutGaps() {
        assertThatThrownBy(() -> new DefinitionUpgrades(List.of(new CaseTypeReturns())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String stored() {
        try (var in = DefinitionUpgradesTest.class.getResourceAsStream("stored-format-1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
