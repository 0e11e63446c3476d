package se.knutpunkt.portal.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.FieldView;
import se.knutpunkt.eforms.fill.RowNames;
import se.knutpunkt.eforms.fill.RowView;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** One version of a form: what it is, its steps as a citizen sees them, and what it changes. */
@RequestScoped
public class VersionPage {

    private static final Map<String, String> MESSAGES =
            Map.of("importerad", "editor.version.imported", "forlangd", "editor.version.prolonged");

    @Inject
    Forms forms;

    @Inject
    Drafts drafts;

    @Inject
    Clock clock;

    /**
     * A version with its steps.
     *
     * @param message what was just done; empty for nothing
     * @param difference what differs from the version before it; null for the first
     * @param drafts how many drafts are open, in words; empty for the first version
     * @param until until when drafts on older versions may be sent; empty when no day ends that
     * @param prolonging a new such day as it was typed
     * @param faults what is wrong with it
     */
    public record View(
            long id,
            String number,
            String slug,
            String title,
            String description,
            String state,
            boolean published,
            List<StepLine> steps,
            String message,
            String address,
            @Nullable DifferenceView difference,
            String drafts,
            String until,
            UntilForm prolonging,
            List<UntilForm.Fault> faults) {

        /** What is wrong with a field; empty when nothing is. */
        public String fault(String field) {
            return UntilForm.fault(faults, field);
        }

        /** True when drafts on older versions may be given more time. */
        public boolean prolongable() {
            return !until.isEmpty();
        }
    }

    /** A step of the form. */
    public record StepLine(String address, String title, int fields) {}

    /**
     * A step in preview.
     *
     * @param back address of the step before; of the version on the first
     * @param next address of the step after; null on the last
     */
    public record StepPreview(
            String formTitle,
            String number,
            String version,
            int step,
            int steps,
            String title,
            String description,
            String rule,
            List<PreviewField> fields,
            String back,
            @Nullable String next) {}

    /** A field in preview; the rule is empty when it always shows. */
    public record PreviewField(FieldView field, String rule) {}

    void show(Visit visit, long id) throws ServletException, IOException {
        FormVersion version = forms.version(id);
        FormDefinition definition = version.definition();
        Locale locale = visit.getLanguage().locale();
        String address = "/redaktor/version/" + id;
        String state = version.published() == null
                ? visit.text("editor.version.draft", Dates.dateAndTime(version.imported(), visit.getLanguage()))
                : visit.text("editor.version.published", Dates.dateAndTime(version.published(), visit.getLanguage()));
        DifferenceView difference = forms.before(id)
                .map(before -> DifferenceView.of(before, version, visit))
                .orElse(null);
        boolean wrong = visit.value("fel").isPresent();
        LocalDate until = version.oldDraftsUntil();
        UntilForm prolonging = wrong || until == null ? UntilForm.of(visit) : UntilForm.proposing(until);
        visit.show(
                "editor/version",
                new View(
                        id,
                        Integer.toString(version.number()),
                        version.slug(),
                        definition.title().in(locale),
                        definition.description().in(locale),
                        state,
                        version.published() != null,
                        definition.pages().stream()
                                .map(step -> new StepLine(
                                        address + "/" + step.id(),
                                        step.title().in(locale),
                                        step.fields().size()))
                                .toList(),
                        visit.value("klart")
                                .filter(MESSAGES::containsKey)
                                .map(done -> visit.text(MESSAGES.get(done)))
                                .orElse(""),
                        address,
                        difference,
                        difference == null ? "" : visit.text("editor.version.drafts", drafts.countOpen(version.slug())),
                        until == null ? "" : visit.text("editor.version.until", Dates.date(until, visit.getLanguage())),
                        prolonging,
                        wrong && until != null
                                ? prolonging.faults(visit, SwedishTime.today(clock), until)
                                : List.of()));
    }

    void showStep(Visit visit, long id, String pageId) throws ServletException, IOException {
        FormVersion version = forms.version(id);
        List<FormPage> pages = version.definition().pages();
        FormPage page = version.definition().page(pageId).orElseThrow(Refusal::notFound);
        int at = pages.indexOf(page);
        Locale locale = visit.getLanguage().locale();
        String address = "/redaktor/version/" + id;
        visit.show(
                "editor/preview",
                new StepPreview(
                        version.definition().title().in(locale),
                        Integer.toString(version.number()),
                        address,
                        at + 1,
                        pages.size(),
                        page.title().in(locale),
                        text(page.description(), locale),
                        page.visible() == null ? "" : page.visible(),
                        fields(page, locale),
                        at == 0 ? address : address + "/" + pages.get(at - 1).id(),
                        at == pages.size() - 1
                                ? null
                                : address + "/" + pages.get(at + 1).id()));
    }

    private static List<PreviewField> fields(FormPage page, Locale locale) {
        return page.fields().stream()
                .filter(field -> FieldTypes.standard().of(field).shown())
                .map(field -> new PreviewField(view(field, locale), field.visible() == null ? "" : field.visible()))
                .toList();
    }

    /** A field as nobody has answered it, a repeating group with its first row. */
    private static FieldView view(Field field, Locale locale) {
        FieldType type = FieldTypes.standard().of(field);
        return new FieldView(
                field.id(),
                field.type(),
                field.label().in(locale),
                "",
                text(field.help(), locale),
                field.required(),
                "",
                List.of(),
                type.control(field, locale),
                false,
                List.of(),
                type.repeats() ? List.of(firstRow(field, locale)) : List.of());
    }

    private static RowView firstRow(Field group, Locale locale) {
        Texts name = group.item() == null ? group.label() : group.item();
        return new RowView(
                RowKey.of(group.id(), "1"),
                "1",
                RowNames.numbered(name.in(locale), 1, locale),
                group.fields().stream()
                        .filter(field -> FieldTypes.standard().of(field).shown())
                        .map(field -> view(field.named(RowKey.of(group.id(), "1", field.id())), locale))
                        .toList());
    }

    private static String text(@Nullable Texts texts, Locale locale) {
        return texts == null ? "" : texts.in(locale);
    }
}
