package se.knutpunkt.eforms.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.rule.FormRules;

class TypingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String PICTURE = new AnsweredFile("8d7e2f04-0000-4000-8000-000000000001", 10, "a.png").value();

    private final FormDefinition form = demoForm("anmal-nedskrapning");
    private final Typing typing = new Typing(form, FormRules.of(form), TODAY);

    private static FormDefinition demoForm(String slug) {
        Path file = Path.of("..", "server/src/main/resources/demo/forms", slug + ".json");
        try {
            return new ObjectMapper().readValue(Files.readAllBytes(file), FormDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageInput page(String id, String... namesAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new PageInput(id, values, false);
    }

    private DraftContent after(PageInput... pages) {
        DraftContent content = DraftContent.EMPTY;
        for (PageInput page : pages) {
            content = typing.save(content, page).content();
        }
        return content;
    }

    private StepView shown(DraftContent content, String page) {
        FilledForm filled = typing.filled(content);
        return new Views(form, filled, SWEDISH).step(filled.page(page).orElseThrow(), Instant.EPOCH);
    }

    private static FieldView field(StepView step, String id) {
        return step.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final PageInput WHERE = page("var", "plats", "Vid badplatsen", "sett", "2026-11-20");
    private static final PageInput WHAT =
            page("vad", "sort", "sopor", "beskrivning", "Säckar", "mangd", "2,5", "farligt", "no");
    private static final PageInput PICTURES = page("bilder");
    private static final PageInput CONTACT = page("kontakt", "svar", "no");

    @Test
    void goesPageByPageToTheReview() {
        DraftContent content = DraftContent.EMPTY;
        List<Saved> way = new java.util.ArrayList<>();
        for (PageInput page : List.of(WHERE, WHAT, PICTURES, CONTACT)) {
            Typing.Result result = typing.save(content, page);
            way.add(result.saved());
            content = result.content();
        }

        assertThat(way)
                .containsExactly(
                        new Saved.Next("vad"), new Saved.Next("bilder"), new Saved.Next("kontakt"), new Saved.Review());
        assertThat(typing.filled(content).firstIncomplete()).isEmpty();
    }

    @Test
    void returnsToTheReviewAfterAChange() {
        Typing.Result result = typing.save(after(WHERE, WHAT, PICTURES, CONTACT), page("var", "plats", "Vid sjön"));

        assertThat(result.saved()).isEqualTo(new Saved.Review());
    }

    @Test
    void asksNothingTwiceButCountsTheSteps() {
        StepView step = shown(after(WHERE), "vad");

        assertThat(step.number()).isEqualTo(2);
        assertThat(step.count()).isEqualTo(4);
        assertThat(step.previousId()).isEqualTo("var");
        assertThat(step.nextTitle()).isEqualTo("Har du bilder?");
        assertThat(step.wrong()).isEmpty();
        assertThat(step.takesFiles()).isFalse();
        assertThat(shown(after(WHERE), "bilder").takesFiles()).isTrue();
    }

    @Nested
    class Wrong {

        @Test
        void keepsWhatWasTypedAndSaysWhatIsWrong() {
            Typing.Result result = typing.save(DraftContent.EMPTY, page("var", "plats", "abc", "sett", "i går"));

            assertThat(result.saved()).isEqualTo(new Saved.Wrong("var"));
            StepView step = shown(result.content(), "var");
            assertThat(field(step, "sett").value()).isEqualTo("i går");
            assertThat(field(step, "sett").error()).contains("2026-03-27");
            assertThat(field(step, "plats").value()).isEqualTo("abc");
            assertThat(field(step, "plats").error()).contains("5");
            assertThat(step.wrong()).hasSize(2);
        }

        @Test
        void keepsItsOwnWordsForMissingAnswers() {
            StepView step = shown(after(page("var")), "var");

            assertThat(field(step, "plats").error()).isEqualTo("Beskriv platsen, så att vi hittar dit.");
        }

        @Test
        void saysItInTheReadersLanguage() {
            DraftContent content = after(page("var", "plats", "abc"));
            FilledForm filled = typing.filled(content);
            StepView step = new Views(form, filled, Locale.ENGLISH)
                    .step(filled.page("var").orElseThrow(), Instant.EPOCH);

            assertThat(field(step, "plats").error()).startsWith("Write at least 5");
        }

        @Test
        void showsControlCharactersAsSomethingToTakeAway() {
            StepView step = shown(after(page("var", "plats", "vid\u0000sjön")), "var");

            assertThat(field(step, "plats").value()).isEqualTo("vid\uFFFDsjön");
            assertThat(field(step, "plats").error()).isNotEmpty();
        }

        @Test
        void cutsWhatIsFarBeyondAnyField() {
            DraftContent content = after(page("var", "plats", "a".repeat(1_000_000)));

            assertThat(content.typed().get("plats").get(0)).hasSize(20_000);
            assertThat(field(shown(content, "var"), "plats").error()).contains("1000");
        }

        @Test
        void doesNotAskForAnswersOfSomeoneWhoLeaves() {
            Typing.Result result =
                    typing.save(DraftContent.EMPTY, new PageInput("var", Map.of("sett", List.of("2026-11-20")), true));

            assertThat(result.saved()).isEqualTo(new Saved.Left());
            assertThat(shown(result.content(), "var").wrong()).isEmpty();
            assertThat(field(shown(result.content(), "var"), "sett").value()).isEqualTo("2026-11-20");
        }

        @Test
        void ignoresUnknownControlsAndFieldsOfOtherPages() {
            DraftContent content = after(page("var", "plats", "Vid badplatsen", "hej", "x", "beskrivning", "x"));

            assertThat(content.typed()).containsOnlyKeys("plats");
        }

        @Test
        void refusesUnknownPages() {
            assertThatThrownBy(() -> typing.save(DraftContent.EMPTY, page("finnsinte")))
                    .isInstanceOf(PageNotFound.class);
        }
    }

    @Nested
    class Further {

        private final PageInput dangerous =
                page("vad", "sort", "sopor", "beskrivning", "Dunkar", "mangd", "", "farligt", "yes");

        @Test
        void opensFurtherQuestionsOnTheSamePageWithoutErrors() {
            Typing.Result result = typing.save(after(WHERE), dangerous);

            assertThat(result.saved()).isEqualTo(new Saved.Opened("vad"));
            StepView step = shown(result.content(), "vad");
            assertThat(step.fields()).extracting(FieldView::id).contains("farligt_sort", "farligt_mer");
            assertThat(step.wrong()).isEmpty();
            assertThat(field(step, "farligt").opensOthers()).isTrue();
        }

        @Test
        void asksForThemTheNextTime() {
            Typing.Result result = typing.save(after(WHERE, dangerous), dangerous);

            assertThat(result.saved()).isEqualTo(new Saved.Wrong("vad"));
            assertThat(shown(result.content(), "vad").wrong())
                    .extracting(FieldView::id)
                    .containsExactly("farligt_sort");
        }

        @Test
        void requiresByRule() {
            PageInput other =
                    page("vad", "sort", "sopor", "beskrivning", "Dunkar", "farligt", "yes", "farligt_sort", "annat");

            assertThat(typing.save(after(WHERE, dangerous), other).saved()).isEqualTo(new Saved.Wrong("vad"));
            assertThat(field(shown(after(WHERE, dangerous, other), "vad"), "farligt_mer")
                            .required())
                    .isTrue();
        }

        private final PageInput answered =
                page("vad", "sort", "sopor", "beskrivning", "Dunkar", "farligt", "yes", "farligt_sort", "olja");

        private final PageInput safe =
                page("vad", "sort", "sopor", "beskrivning", "Dunkar", "farligt", "no", "farligt_sort", "olja");

        private PageInput goesOn(PageInput input, String... mayDrop) {
            return new PageInput(input.pageId(), input.values(), false, null, Set.of(mayDrop));
        }

        @Test
        void tellsOfTheAnswersThatAChangeWouldDrop() {
            Typing.Result result = typing.save(after(WHERE, dangerous, answered), safe);

            assertThat(result.saved()).isEqualTo(new Saved.Dropping("vad"));
            assertThat(shown(result.content(), "vad").dropping())
                    .containsExactly(new AnswerRow(
                            "farligt_sort",
                            form.field("farligt_sort").orElseThrow().label().swedish(),
                            List.of(form.field("farligt_sort")
                                    .orElseThrow()
                                    .option("olja")
                                    .orElseThrow()
                                    .label()
                                    .swedish())));
            assertThat(typing.filled(result.content()).answers()).doesNotContainKey("farligt_sort");
            assertThat(result.dropped()).isEmpty();
        }

        @Test
        void dropsThemWhenTheFillerGoesOn() {
            DraftContent told = after(WHERE, dangerous, answered, safe);

            Typing.Result result = typing.save(told, goesOn(WHAT, "farligt_sort"));

            assertThat(result.saved()).isEqualTo(new Saved.Next("bilder"));
            assertThat(result.content().typed()).doesNotContainKey("farligt_sort");
            assertThat(result.content().hidden()).isEmpty();
        }

        @Test
        void dropsNothingThatWasNotTold() {
            PageInput more = page(
                    "vad",
                    "sort",
                    "sopor",
                    "beskrivning",
                    "Dunkar",
                    "farligt",
                    "yes",
                    "farligt_sort",
                    "olja",
                    "farligt_mer",
                    "Två fat");
            PageInput less = page(
                    "vad",
                    "sort",
                    "sopor",
                    "beskrivning",
                    "Dunkar",
                    "farligt",
                    "no",
                    "farligt_sort",
                    "olja",
                    "farligt_mer",
                    "Två fat");

            Typing.Result result = typing.save(after(WHERE, dangerous, answered, more), goesOn(less, "farligt_sort"));

            assertThat(result.saved()).isEqualTo(new Saved.Dropping("vad"));
            assertThat(result.content().hidden()).containsExactly("farligt_mer");
            assertThat(result.content().typed()).doesNotContainKey("farligt_sort");
        }

        @Test
        void givesThemBackWhenTheAnswerIsChangedBack() {
            DraftContent told = after(WHERE, dangerous, answered, safe);
            PageInput back = page("vad", "sort", "sopor", "beskrivning", "Dunkar", "farligt", "yes");

            DraftContent content =
                    typing.save(told, new PageInput("vad", back.values(), true)).content();

            assertThat(field(shown(content, "vad"), "farligt_sort").value()).isEqualTo("olja");
            assertThat(content.hidden()).isEmpty();
        }

        @Test
        void saysNothingOfWhatWasFilledInBeforeItWasEverAsked() {
            DraftContent prefilled = after(WHERE).withTyped("namn", List.of("Demo Demosson"));

            Typing.Result result = typing.save(prefilled, WHAT);

            assertThat(result.saved()).isEqualTo(new Saved.Next("bilder"));
            assertThat(result.content().typed()).containsKey("namn");
            assertThat(typing.filled(result.content()).answers()).doesNotContainKey("namn");
        }

        @Test
        void wantsAtLeastOneWayToReply() {
            PageInput open = page("kontakt", "svar", "yes");
            PageInput nothing = page("kontakt", "svar", "yes", "namn", "Demo Demosson");
            PageInput phone = page("kontakt", "svar", "yes", "namn", "Demo Demosson", "telefon", "0701234567");

            assertThat(shown(after(open, nothing), "kontakt").wrong())
                    .extracting(FieldView::id)
                    .containsExactly("epost", "telefon");
            assertThat(shown(after(open, phone), "kontakt").wrong()).isEmpty();
        }
    }

    @Nested
    class FilesOfADraft {

        @Test
        void staysOnThePageOnceToSayWhyAFileWasRefused() {
            DraftContent refused = after(WHERE).withRefused("bilder", FieldError.of("file.empty", "a.png"));

            Typing.Result first = typing.save(refused, PICTURES);
            assertThat(first.saved()).isEqualTo(new Saved.Wrong("bilder"));
            assertThat(field(shown(first.content(), "bilder"), "bilder").error())
                    .contains("a.png");

            Typing.Result second = typing.save(first.content(), PICTURES);
            assertThat(second.saved()).isEqualTo(new Saved.Next("kontakt"));
        }

        @Test
        void savingThePageLeavesItsFilesAlone() {
            DraftContent content = after(WHERE).withTyped("bilder", List.of(PICTURE));

            content = typing.save(content, page("bilder", "bilder", "forged")).content();

            assertThat(content.typed().get("bilder")).containsExactly(PICTURE);
            assertThat(field(shown(content, "bilder"), "bilder").files()).hasSize(1);
        }
    }

    @Nested
    class RowsOfAGroup {

        private final FormDefinition form = groupForm();
        private final Typing typing = new Typing(form, FormRules.of(form), TODAY);

        private static FormDefinition groupForm() {
            String json = """
                    {"format":1,"slug":"prova","title":{"sv":"a"},"description":{"sv":"a"},
                     "category":"kommun-och-politik","caseType":"PROV","submitters":"both",
                     "intro":{"timeNeeded":{"sv":"a"},"whatHappensNext":{"sv":"a"}},
                     "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                                "retention":{"sv":"d"},"contact":{"sv":"e"}},
                     "pages":[{"id":"ett","title":{"sv":"a"},"fields":[
                       {"id":"utgifter","type":"group","label":{"sv":"Utgifter"},"item":{"sv":"utgift"},
                        "limits":{"minRows":1,"maxRows":3},"fields":[
                          {"id":"belopp","type":"number","label":{"sv":"Belopp"},"required":true},
                          {"id":"vad","type":"text","label":{"sv":"Vad"},"visible":"belopp.orValue(0.0) > 10.0"},
                          {"id":"kvitto","type":"file","label":{"sv":"Kvitto"}}]},
                       {"id":"summa","type":"computed","label":{"sv":"Summa"},"compute":"sum(belopp)"},
                       {"id":"nyckel","type":"hidden","label":{"sv":"N"},"compute":"'n' + string(int(sum(belopp)))",
                        "limits":{"result":"text"}}]}]}
                    """;
            try {
                return new ObjectMapper().readValue(json, FormDefinition.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Typing.Result save(DraftContent content, @Nullable RowChange change, String... namesAndValues) {
            Map<String, List<String>> values = new HashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.merge(namesAndValues[i], List.of(namesAndValues[i + 1]), (one, other) -> {
                    List<String> both = new ArrayList<>(one);
                    both.addAll(other);
                    return both;
                });
            }
            return typing.save(content, new PageInput("ett", values, change != null, change, Set.of()));
        }

        private StepView shown(DraftContent content) {
            FilledForm filled = typing.filled(content);
            return new Views(form, filled, SWEDISH).step(filled.page("ett").orElseThrow(), Instant.EPOCH);
        }

        private static FieldView field(StepView step, String id) {
            return step.all().stream()
                    .filter(field -> field.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private final DraftContent two = save(
                        DraftContent.EMPTY, new RowChange.Add("utgifter"), "utgifter", "1", "utgifter-1-belopp", "12")
                .content();

        @Test
        void beginsWithAsManyRowsAsThereMustBe() {
            FieldView group = field(shown(DraftContent.EMPTY), "utgifter");

            assertThat(group.rows()).extracting(RowView::title).containsExactly("Utgift 1");
            assertThat(group.sparesRows()).isFalse();
            assertThat(group.takesMoreRows()).isTrue();
        }

        @Test
        void addsARowAndKeepsWhatIsTyped() {
            assertThat(two.typed().get("utgifter")).containsExactly("1", "2");
            assertThat(field(shown(two), "utgifter-1-belopp").value()).isEqualTo("12");
            assertThat(field(shown(two), "utgifter-2-belopp").error()).isEmpty();
            assertThat(save(two, new RowChange.Add("utgifter"), "utgifter", "1", "utgifter", "2")
                            .saved())
                    .isEqualTo(new Saved.Rows("utgifter-3"));
        }

        @Test
        void takesNoMoreRowsThanItHasRoomFor() {
            DraftContent three = save(two, new RowChange.Add("utgifter"), "utgifter", "1", "utgifter", "2")
                    .content();
            assertThat(field(shown(three), "utgifter").takesMoreRows()).isFalse();

            Typing.Result four =
                    save(three, new RowChange.Add("utgifter"), "utgifter", "1", "utgifter", "2", "utgifter", "3");
            assertThat(four.content().typed().get("utgifter")).hasSize(3);
            assertThat(four.saved()).isEqualTo(new Saved.Rows("utgifter"));

            Typing.Result forged = save(
                    three, null, "utgifter", "1", "utgifter", "2", "utgifter", "3", "utgifter", "4", "utgifter", "x");
            assertThat(field(shown(forged.content()), "utgifter").error()).contains("högst 3");
        }

        @Test
        void copiesARowButNotItsFiles() {
            DraftContent with = two.withTyped("utgifter-1-kvitto", List.of(PICTURE));
            DraftContent copied = save(
                            with,
                            new RowChange.Copy("utgifter-1"),
                            "utgifter",
                            "1",
                            "utgifter-1-belopp",
                            "12",
                            "utgifter-1-vad",
                            "Hyra",
                            "utgifter",
                            "2")
                    .content();

            assertThat(copied.typed().get("utgifter")).containsExactly("1", "3", "2");
            assertThat(copied.typed()).containsEntry("utgifter-3-belopp", List.of("12"));
            assertThat(copied.typed()).containsEntry("utgifter-3-vad", List.of("Hyra"));
            assertThat(copied.typed()).doesNotContainKey("utgifter-3-kvitto");
        }

        @Test
        void removesARowWithAllThatIsInIt() {
            DraftContent with = two.withTyped("utgifter-1-kvitto", List.of(PICTURE));

            Typing.Result result = save(
                    with,
                    new RowChange.Remove("utgifter-1"),
                    "utgifter",
                    "1",
                    "utgifter-1-belopp",
                    "12",
                    "utgifter",
                    "2");

            assertThat(result.content().typed().get("utgifter")).containsExactly("2");
            assertThat(result.content().typed().keySet()).noneMatch(key -> key.startsWith("utgifter-1"));
            assertThat(result.dropped()).hasSize(1);
            assertThat(result.saved()).isEqualTo(new Saved.Rows("utgifter"));
        }

        @Test
        void saysWhatIsWrongInWhichRow() {
            Typing.Result result = save(
                    two, null, "utgifter", "1", "utgifter-1-belopp", "tolv", "utgifter", "2", "utgifter-2-belopp", "");

            assertThat(result.saved()).isEqualTo(new Saved.Wrong("ett"));
            assertThat(shown(result.content()).wrong())
                    .extracting(FieldView::placedError)
                    .containsExactly(
                            "Utgift 1: Skriv ett tal med siffror, till exempel 12 eller 2,5.",
                            "Utgift 2: Fyll i ett tal under ”Belopp”.");
        }

        @Test
        void worksOutWhatIsComputed() {
            Typing.Result result = save(
                    two,
                    null,
                    "utgifter",
                    "1",
                    "utgifter-1-belopp",
                    "12",
                    "utgifter-1-vad",
                    "Hyra",
                    "utgifter",
                    "2",
                    "utgifter-2-belopp",
                    "30",
                    "summa",
                    "7",
                    "nyckel",
                    "forged");

            assertThat(result.saved()).isEqualTo(new Saved.Opened("ett"));
            assertThat(field(shown(result.content()), "summa").value()).isEqualTo("42");
            assertThat(shown(result.content()).all()).extracting(FieldView::id).doesNotContain("nyckel");
            FilledForm filled = typing.filled(result.content());
            assertThat(filled.answers()).containsEntry("nyckel", List.of("n42"));
            assertThat(result.content().typed()).doesNotContainKeys("summa", "nyckel");
        }

        @Test
        void aSaveFromAnOlderWindowTakesNoRowAway() {
            DraftContent newer = save(
                            two,
                            null,
                            "utgifter",
                            "1",
                            "utgifter-1-belopp",
                            "12",
                            "utgifter",
                            "2",
                            "utgifter-2-belopp",
                            "30")
                    .content()
                    .withTyped("utgifter-2-kvitto", List.of(PICTURE));

            Typing.Result older = save(newer, null, "utgifter", "1", "utgifter-1-belopp", "13");

            assertThat(older.dropped()).isEmpty();
            assertThat(older.content().typed())
                    .containsEntry("utgifter", List.of("1", "2"))
                    .containsEntry("utgifter-1-belopp", List.of("13"))
                    .containsEntry("utgifter-2-belopp", List.of("30"))
                    .containsEntry("utgifter-2-kvitto", List.of(PICTURE));
        }

        @Test
        void aFileInARowThatIsNotNotedYetIsThere() {
            DraftContent early = DraftContent.EMPTY.withTyped("utgifter-1-kvitto", List.of(PICTURE));

            assertThat(form.fields(early.typed())).extracting(Field::id).contains("utgifter-1-kvitto");
        }

        @Test
        void aHiddenGroupGoesWithItsRows() {
            FormDefinition application = demoForm("ansok-kulturstipendium");
            Typing applying = new Typing(application, FormRules.of(application), TODAY);
            Map<String, List<String>> asGroup = Map.of(
                    "vem", List.of("grupp"),
                    "gruppnamn", List.of("Demobandet"),
                    "medlemmar", List.of("1"),
                    "medlemmar-1-medlem_namn", List.of("Demo Demosson"));
            Map<String, List<String>> alone = new HashMap<>(asGroup);
            alone.put("vem", List.of("jag"));
            DraftContent content = applying.save(DraftContent.EMPTY, new PageInput("sokande", asGroup, true))
                    .content();

            Typing.Result told = applying.save(content, new PageInput("sokande", alone, false));
            assertThat(told.saved()).isEqualTo(new Saved.Dropping("sokande"));
            assertThat(told.content().hidden()).containsExactlyInAnyOrder("gruppnamn", "medlemmar-1-medlem_namn");

            Typing.Result gone = applying.save(
                    told.content(),
                    new PageInput(
                            "sokande",
                            Map.of("vem", List.of("jag")),
                            false,
                            null,
                            told.content().hidden()));
            assertThat(gone.saved()).isEqualTo(new Saved.Next("projekt"));
            assertThat(gone.content().typed()).containsOnlyKeys("vem");
        }

        @Test
        void tellsTheRowsAtTheReview() {
            DraftContent content = save(
                            two,
                            null,
                            "utgifter",
                            "1",
                            "utgifter-1-belopp",
                            "12",
                            "utgifter-1-vad",
                            "Hyra",
                            "utgifter",
                            "2",
                            "utgifter-2-belopp",
                            "3")
                    .content();
            FilledForm filled = typing.filled(content);

            List<AnswerRow> rows =
                    new Views(form, filled, SWEDISH).sections().get(0).answers();
            assertThat(rows)
                    .extracting(AnswerRow::label)
                    .containsExactly(
                            "Utgift 1: Belopp",
                            "Utgift 1: Vad",
                            "Utgift 1: Kvitto",
                            "Utgift 2: Belopp",
                            "Utgift 2: Kvitto",
                            "Summa");
            assertThat(AnswerRows.sections(form, FormRules.of(form), filled.answers(), TODAY, SWEDISH)
                            .get(0)
                            .answers())
                    .isEqualTo(rows);
        }
    }

    @Test
    void keepsItsContentThroughJson() {
        DraftContent content =
                after(WHERE, page("vad", "sort", "x")).withRefused("bilder", FieldError.of("file.kind", "a", "JPEG"));

        assertThat(DraftContent.of(content.json())).isEqualTo(content);
    }
}
