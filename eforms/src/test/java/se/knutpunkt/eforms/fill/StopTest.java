package se.knutpunkt.eforms.fill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.rule.FormRules;

/** What a visible stop does to a form, and rules over answers of several parts. */
class StopTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String FORM = """
            {"format":1,"slug":"prova","title":{"sv":"a"},"description":{"sv":"a"},"category":"kommun-och-politik",
             "caseType":"PROV","submitters":"both",
             "intro":{"timeNeeded":{"sv":"a"},"whatHappensNext":{"sv":"a"}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}},
             "pages":[
              {"id":"ett","title":{"sv":"a"},"fields":[
                {"id":"hem","type":"address","label":{"sv":"Adress"}},
                {"id":"resa","type":"period","label":{"sv":"Period"}},
                {"id":"avgift","type":"amount","label":{"sv":"Avgift"}},
                {"id":"bort","type":"stop","label":{"sv":"Sök hos din egen kommun"},
                 "visible":"hem.?town.orValue('Alvstad') != 'Alvstad'"}]},
              {"id":"tva","title":{"sv":"a"},"fields":[
                {"id":"dyrt","type":"stop","label":{"sv":"För dyrt"},"visible":"avgift.orValue(0) > 10000"},
                {"id":"gammal","type":"stop","label":{"sv":"För gammalt"},"visible":"resa.?from.orValue(today) < today"}]},
              {"id":"tre","title":{"sv":"a"},"fields":[{"id":"slut","type":"text","label":{"sv":"Slut"}}]}]}
            """;

    private final FormDefinition form = form();
    private final Typing typing = new Typing(form, FormRules.of(form), TODAY);

    private static FormDefinition form() {
        try {
            return new ObjectMapper().readValue(FORM, FormDefinition.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typing.Result save(DraftContent before, String page, boolean leave, Map<String, List<String>> typed) {
        return typing.save(before, new PageInput(page, typed, leave));
    }

    private static Map<String, List<String>> livesIn(String town) {
        return Map.of("hem", List.of("Storgatan 1", "", "123 45", town));
    }

    @Test
    void rulesMayAskForTheParts() {
        assertThat(FormRules.of(form).faults()).isEmpty();
    }

    @Test
    void aVisibleStopKeepsTheFillerFromGoingOnAndSaysWhy() {
        Typing.Result stopped = save(DraftContent.EMPTY, "ett", false, livesIn("Norrköping"));

        assertThat(stopped.saved()).isEqualTo(new Saved.Wrong("ett"));
        FilledForm filled = typing.filled(stopped.content());
        StepView shown =
                new Views(form, filled, SWEDISH).step(filled.page("ett").orElseThrow(), Instant.EPOCH);
        assertThat(shown.wrong()).extracting(FieldView::error).containsExactly("Sök hos din egen kommun");
        assertThat(filled.firstIncomplete())
                .hasValueSatisfying(page -> assertThat(page.id()).isEqualTo("ett"));
        assertThat(new Views(form, filled, SWEDISH).sections().get(0).answers())
                .extracting(AnswerRow::fieldId)
                .doesNotContain("bort");
    }

    @Test
    void whoIsStoppedMaySaveAndLeave() {
        Typing.Result left = save(DraftContent.EMPTY, "ett", true, livesIn("Norrköping"));

        assertThat(left.saved()).isEqualTo(new Saved.Left());
        assertThat(left.content().typed().get("hem")).contains("Norrköping");
    }

    @Test
    void aHiddenStopStopsNobody() {
        assertThat(save(DraftContent.EMPTY, "ett", false, livesIn("Alvstad")).saved())
                .isEqualTo(new Saved.Next("tre"));
    }

    @Test
    void aStopAloneOnItsPageIsStillMet() {
        assertThat(save(DraftContent.EMPTY, "ett", false, Map.of("avgift", List.of("100,01")))
                        .saved())
                .isEqualTo(new Saved.Next("tva"));
        assertThat(save(DraftContent.EMPTY, "ett", false, Map.of("avgift", List.of("100")))
                        .saved())
                .isEqualTo(new Saved.Next("tre"));
        assertThat(save(DraftContent.EMPTY, "ett", false, Map.of("resa", List.of("2026-11-21", "2026-11-25")))
                        .saved())
                .isEqualTo(new Saved.Next("tva"));
        assertThat(save(DraftContent.EMPTY, "ett", false, Map.of("resa", List.of("2026-11-22", "2026-11-25")))
                        .saved())
                .isEqualTo(new Saved.Next("tre"));
    }

    @Test
    void theSummaryLeadsToTheInputThatIsWrong() {
        Typing.Result wrong =
                save(DraftContent.EMPTY, "ett", false, Map.of("resa", List.of("2026-11-25", "2026-11-22")));
        FilledForm filled = typing.filled(wrong.content());
        FieldView period = new Views(form, filled, SWEDISH)
                .step(filled.page("ett").orElseThrow(), Instant.EPOCH)
                .wrong()
                .get(0);

        assertThat(period.wrongInput()).isEqualTo("f-resa-to");
        assertThat(period.wrongAt(0)).isFalse();
        assertThat(period.wrongAt(1)).isTrue();
        assertThat(period.part(0)).isEqualTo("2026-11-25");
        assertThat(period.inputId(0)).isEqualTo("f-resa");
    }
}
