package se.knutpunkt.eforms.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Route;

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

    private static final String WHOLE = FORM.replace(
            "{\"id\":\"farligt\"",
            "{\"id\":\"antal_ok\",\"type\":\"number\",\"label\":{\"sv\":\"a\"}},{\"id\":\"sett\",\"type\":\"date\",\"label\":{\"sv\":\"a\"}},{\"id\":\"farligt\"");

    private final FormDefinition form = form(WHOLE);
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

    /** Goes through the form as a filled form does; a field that is not visible is not seen. */
    private static Set<String> visible(
            FormDefinition form, FormRules rules, Map<String, List<String>> answers, Facts facts) {
        Set<String> visible = new LinkedHashSet<>();
        for (FormPage page : form.pages()) {
            boolean shown = rules.visible(page, facts);
            for (Field field : page.fields()) {
                if (shown && rules.visible(field, facts)) {
                    visible.add(field.id());
                    facts.see(field, answers.getOrDefault(field.id(), List.of()));
                }
            }
        }
        return visible;
    }

    private Set<String> visible(Map<String, List<String>> answers) {
        return visible(form, rules, answers, rules.begin(TODAY));
    }

    private Facts facts(Map<String, List<String>> answers) {
        Facts facts = rules.begin(TODAY);
        form.fields().forEach(field -> facts.see(field, answers.getOrDefault(field.id(), List.of())));
        return facts;
    }

    @Test
    void compilesWithoutFaults() {
        assertThat(rules.faults()).isEmpty();
    }

    @Test
    void asksFurtherOnlyAfterTheAnswerThatOpensIt() {
        assertThat(visible(Map.of())).doesNotContain("sorter", "mer").contains("farligt");
        assertThat(visible(Map.of("farligt", List.of("no")))).doesNotContain("sorter");
        assertThat(visible(Map.of("farligt", List.of("yes"))))
                .contains("sorter")
                .doesNotContain("mer");
        assertThat(visible(Map.of("farligt", List.of("yes"), "sorter", List.of("annat"))))
                .contains("mer");
    }

    @Test
    void aHiddenAnswerOpensNothing() {
        assertThat(visible(Map.of("farligt", List.of("no"), "sorter", List.of("annat"))))
                .doesNotContain("sorter", "mer");
    }

    @Test
    void comparesDatesAndNumbers() {
        assertThat(visible(Map.of("sett", List.of("2026-11-22")))).contains("bilder");
        assertThat(visible(Map.of("sett", List.of("2026-11-23")))).doesNotContain("bilder");
        assertThat(visible(Map.of("antal_ok", List.of("-0.1")))).doesNotContain("bilder");
    }

    @Test
    void requiresByRule() {
        assertThat(rules.required(field("mer"), facts(Map.of("sorter", List.of("annat")))))
                .isTrue();
        assertThat(rules.required(field("mer"), facts(Map.of()))).isFalse();
        assertThat(rules.required(field("farligt"), facts(Map.of()))).isFalse();
    }

    @Test
    void aRuleThatFailsShowsItsField() {
        assertThat(visible(Map.of("kort", List.of("inte ett tal")))).contains("slut");
    }

    @Test
    void testsAChecksOnThePageOfItsLastField() {
        Map<String, List<String>> same = Map.of("kort", List.of("x"), "mer", List.of("x"));

        assertThat(rules.failed(form.page("ett").orElseThrow(), facts(same))).isEmpty();
        assertThat(rules.failed(form.page("tre").orElseThrow(), facts(same)))
                .extracting(Check::id)
                .containsExactly("c1");
        assertThat(rules.failed(form.page("tva").orElseThrow(), facts(Map.of("bilder", List.of("a", "b")))))
                .extracting(Check::id)
                .containsExactly("c2");
        assertThat(rules.failed(form.page("tva").orElseThrow(), facts(Map.of("bilder", List.of("a")))))
                .isEmpty();
    }

    @Test
    void knowsWhichFieldsOpenOthers() {
        assertThat(rules.opensOthers(field("farligt"))).isTrue();
        assertThat(rules.opensOthers(field("sorter"))).isTrue();
        assertThat(rules.opensOthers(field("bilder"))).isFalse();
        assertThat(rules.opensOthers(field("sett"))).isFalse();
    }

    @Nested
    class Computed {

        private final FormDefinition expenses = form(FORM.replaceAll("(?s)\"pages\".*", """
                "pages":[{"id":"ett","title":{"sv":"a"},"fields":[
                  {"id":"resa","type":"yesno","label":{"sv":"a"}},
                  {"id":"kostnader","type":"group","label":{"sv":"a"},"fields":[
                    {"id":"sort","type":"choice","label":{"sv":"a"},"options":[
                      {"value":"tag","label":{"sv":"a"},"visible":"resa.orValue(false)"},
                      {"value":"annat","label":{"sv":"b"}},{"value":"mat","label":{"sv":"c"}}]},
                    {"id":"belopp","type":"number","label":{"sv":"a"},"limits":{"decimals":2}},
                    {"id":"vad","type":"text","label":{"sv":"a"},"visible":"sort.orValue('') == 'annat'",
                     "requiredWhen":"belopp.orValue(0.0) > 100.0"}]},
                  {"id":"summa","type":"computed","label":{"sv":"a"},"compute":"sum(belopp)","limits":{"decimals":2}},
                  {"id":"sista","type":"computed","label":{"sv":"a"},"compute":"plusMonths(today, 1)",
                   "limits":{"result":"date"}},
                  {"id":"stort","type":"text","label":{"sv":"a"},
                   "visible":"summa.orValue(0.0) > 10.0 && kostnader.orValue(0) > 1 && size(vad) == 1"}]}],
                 "checks":[{"id":"rad","rule":"belopp.orValue(0.0) < 1000.0","message":{"sv":"a"},"fields":["belopp"]}],
                 "routes":[{"when":"summa.orValue(0.0) > 500.0","caseType":"STOR"},
                           {"when":"resa.orValue(false)","caseType":"RESA"}]}"""));
        private final FormRules rules = FormRules.of(expenses);

        private Field field(String id) {
            return expenses.field(id).orElseThrow();
        }

        private Facts row(Facts around, String amount, String kind, String what) {
            Facts row = rules.row(field("kostnader"), around);
            row.see(field("sort"), List.of(kind));
            row.see(field("belopp"), List.of(amount));
            if (!what.isEmpty()) {
                row.see(field("vad"), List.of(what));
            }
            return row;
        }

        @Test
        void compilesWithoutFaults() {
            assertThat(rules.faults()).isEmpty();
        }

        @Test
        void addsUpTheRowsExactly() {
            Facts facts = rules.begin(TODAY);
            assertThat(rules.computed(field("summa"), facts)).contains(0.0);

            row(facts, "0.1", "mat", "");
            row(facts, "0.2", "mat", "");
            assertThat(rules.computed(field("summa"), facts)).contains(0.3);
        }

        @Test
        void countsInTheCalendar() {
            assertThat(rules.computed(field("sista"), rules.begin(LocalDate.of(2026, 1, 31))))
                    .contains(Instant.parse("2026-02-28T00:00:00Z"));
        }

        @Test
        void aRowSeesItsOwnAnswersAlone() {
            Facts facts = rules.begin(TODAY);
            Facts first = row(facts, "200", "annat", "hyra");
            Facts second = row(facts, "20", "mat", "");
            Facts third = rules.row(field("kostnader"), facts);

            assertThat(rules.visible(field("vad"), first)).isTrue();
            assertThat(rules.required(field("vad"), first)).isTrue();
            assertThat(rules.visible(field("vad"), second)).isFalse();
            assertThat(rules.required(field("vad"), second)).isFalse();
            assertThat(rules.visible(field("vad"), third)).isFalse();
        }

        @Test
        void whatComesAfterSeesAllRows() {
            Facts facts = rules.begin(TODAY);
            row(facts, "200", "annat", "hyra");
            row(facts, "20", "mat", "");
            facts.see(field("kostnader"), List.of("1", "2"));
            assertThat(rules.visible(field("stort"), facts)).isFalse();

            facts.see(field("summa"), List.of("220.00"));
            assertThat(rules.visible(field("stort"), facts)).isTrue();
        }

        @Test
        void keepsOptionsAway() {
            Facts facts = rules.begin(TODAY);
            assertThat(rules.options(field("sort"), facts))
                    .extracting(Option::value)
                    .containsExactly("annat", "mat");

            facts.see(field("resa"), List.of("yes"));
            assertThat(rules.options(field("sort"), rules.row(field("kostnader"), facts)))
                    .extracting(Option::value)
                    .containsExactly("tag", "annat", "mat");
        }

        @Test
        void checksEachRow() {
            Facts facts = rules.begin(TODAY);
            assertThat(rules.failedInRow(field("kostnader"), row(facts, "999.99", "mat", "")))
                    .isEmpty();
            assertThat(rules.failedInRow(field("kostnader"), row(facts, "1000", "mat", "")))
                    .extracting(Check::id)
                    .containsExactly("rad");
            assertThat(rules.failed(expenses.pages().get(0), facts)).isEmpty();
        }

        @Test
        void goesTheFirstWayThatHolds() {
            Facts facts = rules.begin(TODAY);
            assertThat(rules.route(facts)).isEmpty();
            facts.see(field("resa"), List.of("yes"));
            assertThat(rules.route(facts)).map(Route::caseType).contains("RESA");
            facts.see(field("summa"), List.of("500.01"));
            assertThat(rules.route(facts)).map(Route::caseType).contains("STOR");
        }

        @Test
        void knowsWhatChangesThePage() {
            assertThat(rules.opensOthers(field("resa"))).isTrue();
            assertThat(rules.opensOthers(field("belopp"))).isTrue();
            assertThat(rules.opensOthers(field("sort"))).isTrue();
            assertThat(rules.opensOthers(field("stort"))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "summa.orValue(0.0) > 1.0                    | used before it is asked",
                "kort                                        | no yes or no",
                "kort.orValue(1) == 1                        | wrong type",
                "[1, 2].all(x, x > 0)                        | a loop",
                "{'a': 1}['a'] == 1                          | a map",
                "google.protobuf.Duration{} == today - today | a message",
                "java.lang.Runtime.getRuntime() == null      | a class",
                "kort.value() == ''                          | fails on an unanswered question",
                "sett.orValue(today) < now()                 | no such function",
            })
    void refusesWhatRulesMayNotSay(String rule, String why) {
        FormDefinition hostile = form(WHOLE.replace("int(kort.orValue('1')) / 0 > 1", rule));

        assertThat(FormRules.of(hostile).faults())
                .as(why)
                .extracting(RuleFault::pointer)
                .containsExactly("/pages/2/fields/1/visible");
    }

    @Test
    void refusesRulesThatCouldTakeLong() {
        String text =
                "{\"id\":\"lang\",\"type\":\"longtext\",\"label\":{\"sv\":\"a\"},\"limits\":{\"maxLength\":4000}},";
        String dear = "lang.orValue('').contains(lang.orValue(''))";
        String cheap = "lang.orValue('').contains('ab')";

        assertThat(FormRules.of(form(WHOLE.replace("{\"id\":\"kort\"", text + "{\"id\":\"kort\"")
                                .replace("int(kort.orValue('1')) / 0 > 1", dear)))
                        .faults())
                .extracting(fault -> fault.message().in(Locale.ENGLISH))
                .containsExactly("The rule may take too long. Compare shorter texts, or divide it.");
        assertThat(FormRules.of(form(WHOLE.replace("{\"id\":\"kort\"", text + "{\"id\":\"kort\"")
                                .replace("int(kort.orValue('1')) / 0 > 1", cheap)))
                        .faults())
                .isEmpty();
    }
}
