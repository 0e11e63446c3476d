package se.knutpunkt.eforms.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;

class FormRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String FORM = """
            {"format":1,"slug":"prova","title":{"sv":"a"},"description":{"sv":"a"},"category":"kommun-och-politik",
             "caseType":"PROV","submitters":"both",
             "intro":{"timeNeeded":{"sv":"a"},"whatHappensNext":{"sv":"a"}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}},
             "pages":[
              {"id":"ett","title":{"sv":"a"},"fields":[
                {"id":"farligt","type":"yesno","label":{"sv":"a"}},
                {"id":"sorter","type":"choices","label":{"sv":"a"},"visible":"farligt.orValue(false)"},
                {"id":"mer","type":"text","label":{"sv":"a"},"visible":"'annat' in sorter.orValue([])",
                 "requiredWhen":"sorter.hasValue()"}]},
              {"id":"tva","title":{"sv":"a"},"visible":"antal_ok.orValue(0.0) >= 0.0 && sett.orValue(today) <= today",
               "fields":[{"id":"bilder","type":"file","label":{"sv":"a"}}]},
              {"id":"tre","title":{"sv":"a"},"fields":[
                {"id":"kort","type":"text","label":{"sv":"a"}},
                {"id":"slut","type":"text","label":{"sv":"a"},"visible":"int(kort.orValue('1')) / 0 > 1"}]}],
             "checks":[
              {"id":"c1","rule":"kort.orValue('') != mer.orValue('')","message":{"sv":"a"},"fields":["kort"]},
              {"id":"c2","rule":"bilder.orValue(0) < 2","message":{"sv":"a"},"fields":["bilder"]}]}
            """;

    private final FormDefinition form = form(
            FORM.replace(
                    "{\"id\":\"farligt\"",
                    "{\"id\":\"antal_ok\",\"type\":\"number\",\"label\":{\"sv\":\"a\"}},{\"id\":\"sett\",\"type\":\"date\",\"label\":{\"sv\":\"a\"}},{\"id\":\"farligt\""));
    private final FormRules rules = FormRules.of(form);

    private static FormDefinition form(String json) {
        try {
            return new ObjectMapper().readValue(json, FormDefinition.class);
        } catch (JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Field field(String id) {
        return form.field(id).orElseThrow();
    }

    @Test
    void compilesWithoutFaults() {
        assertThat(rules.faults()).isEmpty();
    }

    @Test
    void asksFurtherOnlyAfterTheAnswerThatOpensIt() {
        assertThat(rules.visible(Map.of(), TODAY))
                .doesNotContain("sorter", "mer")
                .contains("farligt");
        assertThat(rules.visible(Map.of("farligt", List.of("no")), TODAY)).doesNotContain("sorter");
        assertThat(rules.visible(Map.of("farligt", List.of("yes")), TODAY))
                .contains("sorter")
                .doesNotContain("mer");
        assertThat(rules.visible(Map.of("farligt", List.of("yes"), "sorter", List.of("annat")), TODAY))
                .contains("mer");
    }

    @Test
    void aHiddenAnswerOpensNothing() {
        assertThat(rules.visible(Map.of("farligt", List.of("no"), "sorter", List.of("annat")), TODAY))
                .doesNotContain("sorter", "mer");
    }

    @Test
    void comparesDatesAndNumbers() {
        assertThat(rules.visible(Map.of("sett", List.of("2026-11-22")), TODAY)).contains("bilder");
        assertThat(rules.visible(Map.of("sett", List.of("2026-11-23")), TODAY)).doesNotContain("bilder");
        assertThat(rules.visible(Map.of("antal_ok", List.of("-0.1")), TODAY)).doesNotContain("bilder");
    }

    @Test
    void requiresByRule() {
        assertThat(rules.required(field("mer"), Map.of("sorter", List.of("annat")), TODAY))
                .isTrue();
        assertThat(rules.required(field("mer"), Map.of(), TODAY)).isFalse();
        assertThat(rules.required(field("farligt"), Map.of(), TODAY)).isFalse();
    }

    @Test
    void aRuleThatFailsShowsItsField() {
        assertThat(rules.visible(Map.of("kort", List.of("inte ett tal")), TODAY))
                .contains("slut");
    }

    @Test
    void testsAChecksOnThePageOfItsLastField() {
        Map<String, List<String>> same = Map.of("kort", List.of("x"), "mer", List.of("x"));

        assertThat(rules.failed(form.page("ett").orElseThrow(), same, TODAY)).isEmpty();
        assertThat(rules.failed(form.page("tre").orElseThrow(), same, TODAY))
                .extracting(Check::id)
                .containsExactly("c1");
        assertThat(rules.failed(form.page("tva").orElseThrow(), Map.of("bilder", List.of("a", "b")), TODAY))
                .extracting(Check::id)
                .containsExactly("c2");
        assertThat(rules.failed(form.page("tva").orElseThrow(), Map.of("bilder", List.of("a")), TODAY))
                .isEmpty();
    }

    @Test
    void knowsWhichFieldsOpenOthers() {
        assertThat(rules.opensOthers(field("farligt"))).isTrue();
        assertThat(rules.opensOthers(field("sorter"))).isTrue();
        assertThat(rules.opensOthers(field("bilder"))).isFalse();
        assertThat(rules.opensOthers(field("sett"))).isFalse();
    }
}
