package se.knutpunkt.eforms.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Intro;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.PrivacyNotice;
import se.knutpunkt.eforms.definition.Route;

class DifferenceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String FORM = """
            {"format":1,"slug":"prova","title":{"sv":"Prova"},"description":{"sv":"Ett formulär."},
             "category":"kommun-och-politik","caseType":"PROV","submitters":"both",
             "intro":{"timeNeeded":{"sv":"En minut"},"whatHappensNext":{"sv":"Inget."}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}},
             "pages":[
              {"id":"kontakt","title":{"sv":"Kontakt","en":"Contact"},"fields":[
                {"id":"telefon","type":"phone","label":{"sv":"Telefon","en":"Telephone"}},
                {"id":"val","type":"choice","label":{"sv":"Val"},"options":[
                  {"value":"a","label":{"sv":"A"}},{"value":"b","label":{"sv":"B"}},
                  {"value":"annat","label":{"sv":"Annat"}}]},
                {"id":"dag","type":"date","label":{"sv":"Dag"},"limits":{"earliest":"today-30d"}},
                {"id":"text","type":"text","label":{"sv":"Text"},"limits":{"maxLength":100}},
                {"id":"tal","type":"number","label":{"sv":"Tal"},"limits":{"min":1,"unit":{"sv":"kg"}}}]}],
             "checks":[]}
            """;

    @Test
    void saysInWordsWhatAnEditorReads() {
        assertThat(sentences(form -> field(form, 0).put("required", true)))
                .containsExactly("BREAKING Sidan ”Kontakt”: Frågan ”Telefon” krävs nu.");
        assertThat(sentences(form -> ((ArrayNode) field(form, 1).get("options")).remove(2)))
                .containsExactly("BREAKING Sidan ”Kontakt”: Alternativet ”Annat” i ”Val” togs bort.");
        assertThat(sentences(form -> fields(form).remove(0)))
                .containsExactly("BREAKING Sidan ”Kontakt”: Frågan ”Telefon” togs bort.");
        assertThat(sentences(form -> form.put("caseType", "ANNAN")))
                .containsExactly("BREAKING Hela formuläret: Ärendetypen ändrades. PROV → ANNAN");
        assertThat(sentences(form -> field(form, 3).withObject("/limits").put("maxLength", 200)))
                .containsExactly(
                        "HARMLESS Sidan ”Kontakt”: Gränsen ”högst antal tecken” för ”Text” ändrades. 100 → 200");
    }

    @Test
    void speaksEnglishToo() {
        Difference difference = between(form -> field(form, 0).put("required", true));

        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.text().in(Locale.ENGLISH)).isEqualTo("The question “Telephone” is required now.");
            assertThat(change.place().in(Locale.ENGLISH)).isEqualTo("The page “Contact”");
        });
    }

    @Test
    void newOptionalQuestionsAndOptionsAreHarmless() {
        assertThat(between(form -> {
                            fields(form).add(parse("{\"id\":\"ny\",\"type\":\"text\",\"label\":{\"sv\":\"Ny\"}}"));
                            ((ArrayNode) field(form, 1).get("options"))
                                    .add(parse("{\"value\":\"c\",\"label\":{\"sv\":\"C\"}}"));
                        })
                        .breaking())
                .isFalse();
    }

    /** Whoever was told about their data before they answered has to be told of what is another. */
    @Test
    void whatIsToldAboutPersonalDataBreaksButATranslationDoesNot() {
        assertThat(between(form -> form.withObject("/privacy/purpose").put("sv", "annat"))
                        .breaking())
                .isTrue();
        assertThat(between(form -> form.withObject("/privacy/purpose").put("en", "other")))
                .satisfies(difference -> {
                    assertThat(difference.changes()).hasSize(1);
                    assertThat(difference.breaking()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "today-30d, today-60d, false", "today-30d, today-10d, true", "today-30d, today-1y, true",
        "today-30d, 2020-01-01, true", "today-1m, today-2m, false", "today, today-1y, false",
        "today+5d, today, false", "2020-01-01, 2019-01-01, false", "2020-01-01, 2021-01-01, true"
    })
    void theFirstDateIsNarrowerOrNot(String before, String after, boolean breaking) {
        FormDefinition old =
                definition(form -> field(form, 2).withObject("/limits").put("earliest", before));
        FormDefinition now =
                definition(form -> field(form, 2).withObject("/limits").put("earliest", after));

        assertThat(Difference.between(old, now).breaking()).isEqualTo(breaking);
    }

    @Test
    void anotherUnitIsAnotherAnswer() {
        assertThat(between(form -> field(form, 4).withObject("/limits/unit").put("sv", "ton"))
                        .breaking())
                .isTrue();
        assertThat(between(form -> field(form, 4).withObject("/limits").put("min", 0.5))
                        .breaking())
                .isFalse();
    }

    /** Who adds something to a definition has to say here, and in the comparison, whether changing it breaks drafts. */
    @Test
    void everyPartOfADefinitionIsCompared() {
        assertThat(parts(FormDefinition.class))
                .containsExactly(
                        "format",
                        "slug",
                        "title",
                        "description",
                        "keywords",
                        "category",
                        "caseType",
                        "submitters",
                        "level",
                        "guardians",
                        "intro",
                        "privacy",
                        "pages",
                        "checks",
                        "routes");
        assertThat(parts(FormPage.class)).containsExactly("id", "title", "description", "visible", "fields");
        assertThat(parts(Field.class))
                .containsExactly(
                        "id",
                        "type",
                        "label",
                        "help",
                        "required",
                        "requiredWhen",
                        "visible",
                        "missing",
                        "limits",
                        "options",
                        "prefill",
                        "compute",
                        "item",
                        "fields");
        assertThat(parts(Option.class)).containsExactly("value", "label", "help", "visible");
        assertThat(parts(Check.class)).containsExactly("id", "rule", "message", "fields");
        assertThat(parts(Route.class)).containsExactly("when", "caseType");
        assertThat(parts(Intro.class))
                .containsExactly("whoMaySubmit", "timeNeeded", "whatHappensNext", "becomesPublic", "decidedBy");
        assertThat(parts(PrivacyNotice.class))
                .containsExactly("responsible", "purpose", "legalGround", "retention", "contact");
    }

    private static List<String> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> sentences(Consumer<ObjectNode> edit) {
        return between(edit).changes().stream()
                .map(change -> change.kind() + " " + change.place().in(SWEDISH) + ": "
                        + change.text().in(SWEDISH)
                        + (change.before() == null || change.after() == null
                                ? ""
                                : " " + change.before().in(SWEDISH) + " → "
                                        + change.after().in(SWEDISH)))
                .toList();
    }

    private static Difference between(Consumer<ObjectNode> edit) {
        return Difference.between(definition(form -> {}), definition(edit));
    }

    private static FormDefinition definition(Consumer<ObjectNode> edit) {
        ObjectNode form = parse(FORM);
        edit.accept(form);
        try {
            return MAPPER.treeToValue(form, FormDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode fields(ObjectNode form) {
        return (ArrayNode) form.at("/pages/0/fields");
    }

    private static ObjectNode field(ObjectNode form, int index) {
        return (ObjectNode) fields(form).get(index);
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
