package se.knutpunkt.eforms.fill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import se.knutpunkt.eforms.change.Difference;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.FormRules;

/** What is called harmless is: every answer fits, and what was complete is complete. */
class MovingPropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Property(tries = 800)
    void whatIsHarmlessKeepsEveryAnswerAndWhatWasComplete(@ForAll long seed) {
        RandomForm made = new RandomForm(new Random(seed));
        ObjectNode document = made.form();
        FormDefinition before = RandomForm.read(document);
        FormDefinition after = RandomForm.read(made.edited(document));
        Assume.that(isSound(before) && isSound(after));
        DraftContent content = filled(before, made);
        boolean complete = typing(before).filled(content).firstIncomplete().isEmpty();
        boolean breaking = Difference.between(before, after).breaking();
        Statistics.collect(breaking ? "breaking" : complete ? "harmless, complete" : "harmless, begun");

        Moving.Moved moved = new Moving(before, typing(before), after, typing(after)).move(content);

        FilledForm old = typing(before).filled(content);
        FilledForm now = typing(after).filled(moved.content());
        if (!breaking) {
            assertThat(moved.unfit()).as("%s\n%s", before, after).isEmpty();
            assertThat(moved.dropped()).isEmpty();
            assertThat(now.answers()).as("%s\n%s", before, after).containsAllEntriesOf(old.answers());
            if (complete) {
                assertThat(now.firstIncomplete().map(FormPage::id))
                        .as("%s\n%s", before, after)
                        .isEmpty();
            }
        }
        assertThat(old.answers().keySet().stream()
                        .filter(key -> !isRowList(before, key))
                        .filter(key ->
                                !old.answers().get(key).equals(now.answers().get(key))))
                .as("an answer that does not come along is told of\n%s\n%s", before, after)
                .allMatch(key -> moved.unfit().containsKey(key)
                        || moved.content().typed().containsKey(key));
        Statistics.coverage(checker -> {
            checker.check("harmless, complete").count(count -> count > 30);
            checker.check("breaking").count(count -> count > 30);
        });
    }

    @Property(tries = 300)
    void whatIsTheSameDiffersInNothing(@ForAll long seed) {
        FormDefinition form = RandomForm.read(new RandomForm(new Random(seed)).form());

        assertThat(Difference.between(form, RandomForm.read(new RandomForm(new Random(seed)).form()))
                        .changes())
                .isEmpty();
    }

    private static boolean isSound(FormDefinition form) {
        return FormRules.of(form).faults().isEmpty()
                && form.pages().stream().allMatch(page -> page.fields().stream().anyMatch(MovingPropertyTest::asks))
                && form.fields()
                        .allMatch(field ->
                                FieldTypes.standard().of(field).faults(field).isEmpty()
                                        && (asks(field) || (!field.required() && field.requiredWhen() == null)));
    }

    private static boolean asks(Field field) {
        return FieldTypes.standard().of(field).asks();
    }

    private static boolean isRowList(FormDefinition form, String key) {
        return form.field(key).filter(field -> field.type().equals("group")).isPresent();
    }

    private static Typing typing(FormDefinition form) {
        return new Typing(form, FormRules.of(form), TODAY);
    }

    /** A draft where every page was gone on from, with what the form takes. */
    private static DraftContent filled(FormDefinition form, RandomForm made) {
        Map<String, List<String>> typed = new HashMap<>();
        form.fields().forEach(field -> {
            if (field.type().equals("group")) {
                typed.put(field.id(), List.of("1", "3"));
                for (String row : List.of("1", "3")) {
                    field.fields().forEach(own -> type(own.named(RowKey.of(field.id(), row, own.id())), made, typed));
                }
            } else if (asks(field)) {
                type(field, made, typed);
            }
        });
        DraftContent content = new DraftContent(typed, Map.of(), Map.of(), java.util.Set.of());
        for (FormPage page : form.pages()) {
            content = content.withAsked(page.id(), typing(form).filled(content).fieldIds(page));
        }
        return content;
    }

    /** The first of some words that the field takes. */
    private static void type(Field field, RandomForm made, Map<String, List<String>> typed) {
        for (int t = 0; t < 40; t++) {
            List<String> values = List.of(made.word());
            if (FieldTypes.standard().of(field).read(field, values, TODAY)
                    instanceof se.knutpunkt.eforms.field.Reading.Right) {
                typed.put(field.id(), values);
                return;
            }
        }
    }
}
