package se.knutpunkt.eforms.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.hub.login.AssuranceLevel;

class DefinitionReaderTest {

    private final DefinitionReader reader = new DefinitionReader("PROV"::equals);

    private List<Problem> problems(byte[] json) {
        return reader.read(json).problems();
    }

    private List<Problem> problemsAfter(Consumer<ObjectNode> change) {
        return problems(Documents.changed(change));
    }

    @Test
    void takesARightDefinition() {
        var read = reader.read(Documents.right());

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition()).isNotNull();
        assertThat(read.definition().fields()).extracting("id").containsExactly("namn", "flera", "antal", "val");
    }

    @Test
    void writesAndReadsTheSameDefinition() {
        var definition = reader.read(Documents.right()).definition();

        assertThat(definition).isNotNull();
        assertThat(DefinitionJson.read(DefinitionJson.write(definition))).isEqualTo(definition);
    }

    @Test
    void readsTheLevelThatALoginNeedsAndTakesThreeWhenThereIsNone() {
        assertThat(reader.read(Documents.right()).definition().need()).isEqualTo(AssuranceLevel.LOA3);
        var strong = reader.read(
                        Documents.changed(form -> form.put("level", "loa4").put("submitters", "eid")))
                .definition();

        assertThat(strong.need()).isEqualTo(AssuranceLevel.LOA4);
        assertThat(DefinitionJson.write(strong)).contains("\"level\":\"loa4\"").doesNotContain("need");
        assertThat(DefinitionJson.read(DefinitionJson.write(strong))).isEqualTo(strong);
    }

    @ParameterizedTest
    @CsvSource({"loa1, eid", "LOA3, eid", "4, both", "loa4, anonymous"})
    void refusesALevelThatIsNoneOrThatNobodyLogsInAt(String level, String submitters) {
        assertThat(problemsAfter(form -> form.put("level", level).put("submitters", submitters)))
                .extracting(Problem::place)
                .contains("/level");
    }

    @Nested
    class Syntax {

        @Test
        void tellsLineAndColumnOfWhatIsNotJson() {
            List<Problem> found = problems(Documents.text("{\n  \"format\": 1,\n  oj\n}"));

            assertThat(found).extracting(Problem::kind).containsExactly(Problem.Kind.SYNTAX);
            assertThat(found.get(0).place()).startsWith("3:");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "{", "[1,", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "\"\u0000\"", "nul"})
        void refusesWhatIsNotOneJsonDocument(String text) {
            assertThat(problems(Documents.text(text))).extracting(Problem::kind).containsExactly(Problem.Kind.SYNTAX);
        }

        @Test
        void refusesOtherEncodings() {
            assertThat(problems(new byte[] {'"', (byte) 0xE5, '"'}))
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.SYNTAX);
        }

        @Test
        void takesAByteOrderMark() {
            byte[] right = Documents.right();
            byte[] marked = new byte[right.length + 3];
            marked[0] = (byte) 0xEF;
            marked[1] = (byte) 0xBB;
            marked[2] = (byte) 0xBF;
            System.arraycopy(right, 0, marked, 3, right.length);

            assertThat(problems(marked)).isEmpty();
        }

        @Test
        void refusesDepthBombs() {
            assertThat(problems(Documents.text("[".repeat(100_000))))
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.SYNTAX);
        }

        @Test
        void takesUpToOneMegabyteAndNoMore() {
            String right = new String(Documents.right(), java.nio.charset.StandardCharsets.UTF_8);
            int length = Documents.right().length;

            assertThat(problems(Documents.text(right + " ".repeat(JsonSyntax.MAX_BYTES - length))))
                    .isEmpty();
            assertThat(problems(Documents.text(right + " ".repeat(JsonSyntax.MAX_BYTES - length + 1))))
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.SYNTAX);
        }

        @Test
        void refusesStringsBeyondAnyForm() {
            assertThat(problems(Documents.text("{\"title\":\"" + "a".repeat(900_000) + "\"}")))
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.SYNTAX);
        }
    }

    @Nested
    class Shape {

        @Test
        void refusesUnknownContentWithItsPlace() {
            assertThat(problemsAfter(document -> Documents.field(document, 0, 0).put("colour", "red")))
                    .extracting(Problem::kind, Problem::place)
                    .containsExactly(tuple(Problem.Kind.SCHEMA, "/pages/0/fields/0/colour"));
        }

        @Test
        void refusesMissingSwedish() {
            List<Problem> found =
                    problemsAfter(document -> document.set("title", Documents.object("{\"en\":\"Try\"}")));

            assertThat(found).extracting(Problem::place).containsExactly("/title");
            assertThat(found.get(0).message().swedish()).contains("sv");
            assertThat(found.get(0).message().in(Locale.ENGLISH)).contains("sv");
        }

        @Test
        void refusesBlankSwedish() {
            assertThat(problemsAfter(document -> document.set("title", Documents.object("{\"sv\":\"  \"}"))))
                    .extracting(Problem::place)
                    .containsExactly("/title/sv");
        }

        @Test
        void refusesControlCharactersWithTheirPlace() {
            assertThat(problemsAfter(document -> document.set("title", Documents.object("{\"sv\":\"a\\u0000b\"}"))))
                    .extracting(Problem::kind, Problem::place)
                    .containsExactly(tuple(Problem.Kind.SCHEMA, "/title/sv"));
        }

        @Test
        void refusesUnknownFieldTypes() {
            assertThat(problemsAfter(document -> Documents.field(document, 0, 0).put("type", "hologram")))
                    .extracting(Problem::place)
                    .containsExactly("/pages/0/fields/0/type");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e9999", "1e-9999", "0.1234567", "1e13"})
        void refusesNumbersThatNobodyWrites(String number) {
            assertThat(problemsAfter(document -> Documents.field(document, 0, 2)
                            .set("limits", Documents.object("{\"min\":" + number + "}"))))
                    .extracting(Problem::place)
                    .containsExactly("/pages/0/fields/2/limits/min");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "null", "1", "\"form\"", "{}"})
        void refusesDocumentsThatAreNoForm(String text) {
            assertThat(problems(Documents.text(text))).isNotEmpty().allMatch(p -> p.kind() == Problem.Kind.SCHEMA);
        }

        @Test
        void refusesAFormWithoutPages() {
            assertThat(problemsAfter(document ->
                            document.set("pages", Documents.object("{\"a\":[]}").get("a"))))
                    .extracting(Problem::place)
                    .containsExactly("/pages");
        }
    }

    @Nested
    class Meaning {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "/pages/0/fields/1 | {\"id\":\"namn\"} | /pages/0/fields/1/id",
                    "/pages/0/fields/1 | {\"id\":\"today\"} | /pages/0/fields/1/id",
                    "/pages/1 | {\"id\":\"forsta\"} | /pages/1/id",
                    "/pages/1 | {\"id\":\"granska\"} | /pages/1/id",
                    "/pages/1/fields/0/options/1 | {\"value\":\"a\"} | /pages/1/fields/0/options/1/value",
                    "/pages/0/fields/0 | {\"limits\":{\"min\":1}} | /pages/0/fields/0/limits/min",
                    "/pages/0/fields/0 | {\"limits\":{\"minLength\":9,\"maxLength\":8}} | /pages/0/fields/0/limits/maxLength",
                    "/pages/0/fields/2 | {\"limits\":{\"min\":3,\"max\":2}} | /pages/0/fields/2/limits/max",
                    "/pages/1/fields/0 | {\"limits\":{\"minChosen\":3}} | /pages/1/fields/0/limits/minChosen",
                    "/pages/0/fields/0 | {\"prefill\":\"email\"} | /pages/0/fields/0/prefill",
                    "/pages/0/fields/0 | {\"requiredWhen\":\"true\"} | /pages/0/fields/0/requiredWhen",
                    "/pages/0/fields/0 | {\"visible\":\"flera.orValue(false)\"} | /pages/0/fields/0/visible",
                    "/pages/0/fields/2 | {\"visible\":\"okand.orValue(false)\"} | /pages/0/fields/2/visible",
                    "/pages/0/fields/2 | {\"visible\":\"flera\"} | /pages/0/fields/2/visible",
                    "/pages/0/fields/2 | {\"visible\":\"flera.value()\"} | /pages/0/fields/2/visible",
                    "/pages/0/fields/2 | {\"visible\":\"flera.orValue('ja')\"} | /pages/0/fields/2/visible",
                    "/pages/0/fields/2 | {\"visible\":\"flera.orValue(false\"} | /pages/0/fields/2/visible",
                    "/pages/0/fields/2 | {\"visible\":\"[1].all(x, x > 0)\"} | /pages/0/fields/2/visible",
                    "/pages/0 | {\"visible\":\"flera.orValue(true)\"} | /pages/0/visible",
                    "/pages/0/fields/2 | {\"type\":\"link\",\"limits\":{\"address\":\"javascript:alert(1)\"}} | /pages/0/fields/2/limits/address",
                    "/pages/0/fields/2 | {\"type\":\"callout\",\"required\":true} | /pages/0/fields/2",
                    "/pages/0/fields/1 | {\"type\":\"stop\"} | /pages/0/fields/1",
                    "/pages/0/fields/2 | {\"limits\":{\"presentation\":\"search\"}} | /pages/0/fields/2/limits/presentation",
                    "/checks/0 | {\"rule\":\"antal.orValue(0.0)\"} | /checks/0/rule",
                    "/checks/0 | {\"fields\":[\"borta\"]} | /checks/0/fields/0",
                })
        void refusesWhatDoesNotHoldTogetherWithItsPlace(String at, String change, String place) {
            List<Problem> found =
                    problemsAfter(document -> ((ObjectNode) document.at(at)).setAll(Documents.object(change)));

            assertThat(found).extracting(Problem::kind, Problem::place).contains(tuple(Problem.Kind.MEANING, place));
            assertThat(found).allMatch(problem -> problem.message().hasSwedish());
        }

        @Test
        void refusesUnknownCaseTypes() {
            assertThat(problemsAfter(document -> document.put("caseType", "OKAND")))
                    .extracting(Problem::place)
                    .containsExactly("/caseType");
        }

        @Test
        void refusesPrefillWhereNobodyIsLoggedIn() {
            assertThat(problemsAfter(document -> {
                        document.put("submitters", "anonymous");
                        Documents.field(document, 0, 0).put("prefill", "name");
                    }))
                    .extracting(Problem::place)
                    .containsExactly("/pages/0/fields/0/prefill");
        }

        @Test
        void refusesPagesThatAskNothing() {
            assertThat(problemsAfter(document -> {
                        ObjectNode field = Documents.field(document, 1, 0);
                        field.remove("options");
                        field.put("type", "info");
                    }))
                    .extracting(Problem::place)
                    .containsExactly("/pages/1/fields");
        }

        @Test
        void refusesRulesOfUnboundedDepth() {
            assertThat(problemsAfter(document ->
                            Documents.field(document, 0, 2).put("visible", "(".repeat(300) + "true" + ")".repeat(300))))
                    .extracting(Problem::place)
                    .containsExactly("/pages/0/fields/2/visible");
        }
    }
}
