package se.knutpunkt.portal.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/** All forms with their versions; a form is closed and reopened here. */
@RequestScoped
public class FormsPage {

    private static final Set<String> MESSAGES = Set.of("publicerad", "stangd", "oppnad");
    private static final Set<String> ERRORS = Set.of("nyare");

    @Inject
    Forms forms;

    /** The page. Message and error are empty when there is none. */
    public record View(List<FormLine> forms, String message, String error) {}

    /** A form in the list. */
    public record FormLine(
            String slug,
            String title,
            String state,
            String stateClass,
            boolean open,
            boolean closed,
            List<VersionLine> versions) {}

    /** A version of a form. */
    public record VersionLine(String address, String name, String text) {}

    void show(Visit visit) throws ServletException, IOException {
        visit.show(
                "editor/forms",
                new View(
                        forms.all().stream().map(form -> line(visit, form)).toList(),
                        visit.value("klart")
                                .filter(MESSAGES::contains)
                                .map(done -> visit.text("editor.forms.done." + done))
                                .orElse(""),
                        visit.value("fel")
                                .filter(ERRORS::contains)
                                .map(error -> visit.text("editor.forms.error." + error))
                                .orElse("")));
    }

    void close(Visit visit, String slug) {
        forms.close(slug);
        visit.seeOther("/redaktor?klart=stangd");
    }

    void reopen(Visit visit, String slug) {
        forms.reopen(slug);
        visit.seeOther("/redaktor?klart=oppnad");
    }

    private static FormLine line(Visit visit, FormOverview form) {
        Locale locale = visit.getLanguage().locale();
        return new FormLine(
                form.slug(),
                form.title().in(locale),
                visit.text("editor.state." + form.state().name()),
                form.state() == FormOverview.State.OPEN ? "done" : "wait",
                form.state() == FormOverview.State.OPEN,
                form.state() == FormOverview.State.CLOSED,
                form.versions().stream().map(version -> version(visit, version)).toList());
    }

    private static VersionLine version(Visit visit, FormVersion version) {
        String text = version.published() == null
                ? visit.text("editor.version.draft", Dates.dateAndTime(version.imported(), visit.getLanguage()))
                : visit.text("editor.version.published", Dates.dateAndTime(version.published(), visit.getLanguage()));
        return new VersionLine(
                "/redaktor/version/" + version.id(),
                visit.text("editor.version.name", Integer.toString(version.number())),
                text);
    }
}
