package se.knutpunkt.portal.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.ImportResult;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * Brings in a form definition. One with problems is kept as a staged file for a day, so that the page that tells of them
 * can be read again, and the text be mended where it is.
 */
@RequestScoped
public class ImportPage {

    private static final int LARGEST = 1_500_000;
    private static final String NAME = "form-definition.json";
    private static final String MEDIA_TYPE = "application/json";

    @Inject
    Forms forms;

    @Inject
    Files files;

    /** The page: the text to mend, and what is wrong with it; both empty at first. */
    public record View(String text, List<ProblemLine> problems, boolean nothing) {}

    /** Something wrong, and where. */
    public record ProblemLine(String place, String message) {}

    void show(Visit visit) throws ServletException, IOException {
        visit.show("editor/import", new View("", List.of(), visit.value("fel").isPresent()));
    }

    void showProblems(Visit visit, String file) throws ServletException, IOException {
        byte[] json = staged(file);
        List<ProblemLine> problems = forms.problems(json).stream()
                .map(problem -> line(visit, problem))
                .toList();
        visit.show("editor/import", new View(new String(json, StandardCharsets.UTF_8), problems, false));
    }

    void take(Visit visit) throws IOException {
        byte[] json = posted(visit);
        if (json.length == 0) {
            visit.seeOther("/redaktor/importera?fel=tomt");
            return;
        }
        ImportResult result = forms.importDraft(json);
        if (result.versionId() != null) {
            visit.seeOther("/redaktor/version/" + result.versionId() + "?klart=importerad");
            return;
        }
        StoredFile kept = files.stage(new ByteArrayInputStream(json), new NewFile(NAME, MEDIA_TYPE, LARGEST));
        visit.seeOther("/redaktor/importera/" + kept.id().value());
    }

    /** An uploaded file goes before a pasted text. */
    private static byte[] posted(Visit visit) throws IOException {
        List<Part> uploaded = visit.files("fil");
        if (uploaded.isEmpty()) {
            byte[] pasted = visit.value("json").orElse("").strip().getBytes(StandardCharsets.UTF_8);
            if (pasted.length > LARGEST) {
                throw Refusal.tooLarge("form definition");
            }
            return pasted;
        }
        try (InputStream content = uploaded.get(0).getInputStream()) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refusal.tooLarge("form definition");
            }
            return bytes;
        }
    }

    /** Only what this page staged: the id of any other file finds nothing here. */
    private byte[] staged(String file) throws IOException {
        FileId id;
        try {
            id = new FileId(file);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.notFound();
        }
        StoredFile stored = files.find(id)
                .filter(found -> found.owner() == null
                        && found.name().equals(NAME)
                        && found.mediaType().equals(MEDIA_TYPE))
                .orElseThrow(Refusal::notFound);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.write(stored.id(), bytes);
        return bytes.toByteArray();
    }

    private static ProblemLine line(Visit visit, Problem problem) {
        String place = problem.place();
        String where;
        if (problem.kind() == Problem.Kind.SYNTAX && place.indexOf(':') > 0) {
            int colon = place.indexOf(':');
            where = visit.text("editor.import.line", place.substring(0, colon), place.substring(colon + 1));
        } else {
            where = place.isEmpty() ? visit.text("editor.import.whole") : place;
        }
        return new ProblemLine(where, problem.message().in(visit.getLanguage().locale()));
    }
}
