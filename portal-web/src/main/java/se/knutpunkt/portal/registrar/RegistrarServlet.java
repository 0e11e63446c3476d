package se.knutpunkt.portal.registrar;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import se.knutpunkt.hub.diary.DiaryItemChanged;
import se.knutpunkt.hub.diary.DiaryItemId;
import se.knutpunkt.hub.diary.UndoTooLate;
import se.knutpunkt.hub.diary.UnknownDiaryItem;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /registrator}: leads each address to its page, for registrars only. */
@WebServlet("/registrator/*")
public class RegistrarServlet extends PageServlet {

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "handling";

    @Inject
    transient QueuePage queue;

    @Inject
    transient DossierPage dossier;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        StaffId registrar = registrar(visit);
        List<String> path = visit.segments();
        try {
            if (path.isEmpty()) {
                queue.show(visit, registrar);
            } else if (path.size() == 2 && path.get(0).equals(DOCUMENT)) {
                dossier.show(visit, registrar, document(path));
            } else if (path.size() == 3
                    && path.get(0).equals(DOCUMENT)
                    && path.get(2).equals("diarienummer")) {
                dossier.showConfirmation(visit, registrar, document(path));
            } else if (path.size() == 4
                    && path.get(0).equals(DOCUMENT)
                    && path.get(2).equals("fil")) {
                dossier.sendFile(visit, registrar, document(path), path.get(3));
            } else {
                throw Refusal.notFound();
            }
        } catch (UnknownDiaryItem unknown) {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) {
        StaffId registrar = registrar(visit);
        List<String> path = visit.segments();
        try {
            if (path.size() == 1) {
                queue.act(visit, registrar, path.get(0));
            } else if (path.size() == 3 && path.get(0).equals(DOCUMENT)) {
                dossier.act(visit, registrar, document(path), path.get(2));
            } else {
                throw Refusal.notFound();
            }
        } catch (UnknownDiaryItem unknown) {
            throw Refusal.notFound();
        } catch (DiaryItemChanged | UndoTooLate tooLate) {
            String message = tooLate instanceof UndoTooLate ? "forsent" : "andrad";
            String page = path.get(0).equals(DOCUMENT) ? "/registrator/handling/" + document(path) : "/registrator";
            visit.seeOther(page + "?fel=" + message);
        }
    }

    private static StaffId registrar(Visit visit) {
        Login login = visit.visitor().requireStaff(StaffRole.REGISTRAR);
        return login.staff().orElseThrow(() -> Refusal.forbidden("no staff"));
    }

    private static DiaryItemId document(List<String> path) {
        return Documents.id(path.get(1)).orElseThrow(Refusal::notFound);
    }
}
