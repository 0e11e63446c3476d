package se.knutpunkt.portal.editor;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import se.knutpunkt.eforms.definition.FormNotFound;
import se.knutpunkt.eforms.definition.NewerVersionPublished;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /redaktor}: leads each address to its page, for editors only. */
@WebServlet("/redaktor/*")
@MultipartConfig(maxFileSize = 1_500_000, maxRequestSize = 3_200_000, fileSizeThreshold = 3_200_000)
public class EditorServlet extends PageServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @Inject
    transient FormsPage forms;

    @Inject
    transient ImportPage imports;

    @Inject
    transient VersionPage versions;

    @Inject
    transient PublishPage publishing;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.visitor().requireStaff(StaffRole.EDITOR);
        List<String> path = visit.segments();
        String what = path.isEmpty() ? "" : path.get(0);
        try {
            switch (what + path.size()) {
                case "0" -> forms.show(visit);
                case "importera1" -> imports.show(visit);
                case "importera2" -> imports.showProblems(visit, path.get(1));
                case "publicera2" -> publishing.show(visit, id(path.get(1)));
                case "version2" -> versions.show(visit, id(path.get(1)));
                case "version3" -> versions.showStep(visit, id(path.get(1)), path.get(2));
                default -> throw Refusal.notFound();
            }
        } catch (FormNotFound unknown) {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws IOException {
        visit.visitor().requireStaff(StaffRole.EDITOR);
        List<String> path = visit.segments();
        String what = path.isEmpty() ? "" : path.get(0);
        try {
            switch (what + path.size()) {
                case "importera1" -> imports.take(visit);
                case "publicera2" -> publishing.publish(visit, id(path.get(1)));
                case "forlang2" -> publishing.prolong(visit, id(path.get(1)));
                case "stang2" -> forms.close(visit, path.get(1));
                case "oppna2" -> forms.reopen(visit, path.get(1));
                default -> throw Refusal.notFound();
            }
        } catch (FormNotFound unknown) {
            throw Refusal.notFound();
        } catch (NewerVersionPublished late) {
            visit.seeOther("/redaktor?fel=nyare");
        }
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }
}
