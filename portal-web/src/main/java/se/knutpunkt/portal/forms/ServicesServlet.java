package se.knutpunkt.portal.forms;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.eforms.fill.AlreadySent;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.LoginRequired;
import se.knutpunkt.eforms.fill.PageNotFound;
import se.knutpunkt.eforms.fill.StrongerLoginRequired;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /e-tjanster}: the catalogue; {@code /<slug>} below it one service, {@code /<slug>/<draft>} a begun form and
 * {@code /<slug>/<draft>/<page>} a step of it, its review or its receipt.
 */
@WebServlet("/e-tjanster/*")
@MultipartConfig(maxRequestSize = ServicesServlet.MOST_BYTES)
public class ServicesServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    /** Most bytes of one page with its files. A single file's limit is the form's own, said beside its field. */
    static final long MOST_BYTES = 250_000_000;

    @Inject
    transient CatalogueView catalogue;

    @Inject
    transient ServiceDesk service;

    @Inject
    transient StepDesk steps;

    @Inject
    transient SendDesk sending;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        List<String> at = visit.segments();
        switch (at.size()) {
            case 0 -> catalogue.show(visit);
            case 1 -> service.show(visit, at.get(0));
            case 2 -> inDraft(visit, at, draft -> steps.resume(draft));
            case 3 -> inDraft(visit, at, draft -> showPage(draft, at.get(2)));
            default -> throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        List<String> at = visit.segments();
        switch (at.size()) {
            case 1 -> service.begin(visit, at.get(0));
            case 3 -> inDraft(visit, at, draft -> postPage(draft, at.get(2)));
            default -> throw Refusal.methodNotAllowed();
        }
    }

    @Override
    protected boolean keep(Visit visit, Login lapsed) {
        List<String> at = visit.segments();
        if (at.size() != 3 || Addresses.isNoStep(at.get(2))) {
            return false;
        }
        try {
            return steps.keep(draft(visit, OpenDraft.filler(lapsed), at), at.get(2));
        } catch (DraftNotFound | PageNotFound | AlreadySent | LoginRequired | StrongerLoginRequired nothingToKeep) {
            // the address tells of it after the login
            return false;
        }
    }

    private static OpenDraft draft(Visit visit, Optional<Filler> person, List<String> at) {
        return new OpenDraft(visit, person, at.get(0), new DraftRef(at.get(1)));
    }

    private void showPage(OpenDraft draft, String page) throws ServletException, IOException {
        switch (page) {
            case Addresses.SAVED -> steps.showSaved(draft);
            case Addresses.REVIEW -> sending.review(draft);
            case Addresses.RECEIPT -> sending.receipt(draft);
            case Addresses.RECEIPT_PDF -> sending.receiptPdf(draft);
            default -> steps.show(draft, page);
        }
    }

    private void postPage(OpenDraft draft, String page) throws ServletException, IOException {
        switch (page) {
            case Addresses.SAVED, Addresses.RECEIPT, Addresses.RECEIPT_PDF -> throw Refusal.methodNotAllowed();
            case Addresses.REVIEW -> sending.send(draft);
            default -> steps.save(draft, page);
        }
    }

    /** What is wrong with a draft's address is told on a page of its own: it is often a link from long ago. */
    private static void inDraft(Visit visit, List<String> at, Action action) throws ServletException, IOException {
        // A private link is a secret: search engines are to forget it wherever somebody leaves it.
        visit.response().setHeader("X-Robots-Tag", "noindex, nofollow");
        try {
            OpenDraft draft = draft(visit, visit.visitor().login().flatMap(OpenDraft::filler), at);
            try {
                action.run(draft);
            } catch (AlreadySent sent) {
                visit.seeOther(draft.address(Addresses.RECEIPT));
            } catch (PageNotFound hidden) {
                visit.show(404, "forms/missing", MissingPage.step(draft));
            }
        } catch (DraftNotFound gone) {
            visit.show(404, "forms/missing", MissingPage.draft(visit));
        } catch (LoginRequired person) {
            visit.visitor().requireCitizen();
            throw Refusal.forbidden("filler of the draft");
        } catch (StrongerLoginRequired weak) {
            visit.visitor().requireCitizen(weak.need());
            throw Refusal.forbidden("level of the draft");
        }
    }

    private interface Action {
        void run(OpenDraft draft) throws ServletException, IOException;
    }
}
