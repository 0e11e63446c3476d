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
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.LoginRequired;
import se.knutpunkt.eforms.fill.NotRepresented;
import se.knutpunkt.eforms.fill.PageNotFound;
import se.knutpunkt.eforms.fill.StrongerLoginRequired;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.RoleKeys;
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

    @Inject
    transient MoveDesk moves;

    @Inject
    transient Drafts drafts;

    @Inject
    transient RoleKeys keys;

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
    protected boolean keep(Visit visit, Login shownTo) {
        List<String> at = visit.segments();
        if (at.size() != 3 || Addresses.isNoStep(at.get(2))) {
            return false;
        }
        try {
            return steps.keep(draft(visit, filler(visit, shownTo, new DraftRef(at.get(1))), at), at.get(2));
        } catch (DraftNotFound | PageNotFound | AlreadySent | LoginRequired | StrongerLoginRequired nothingToKeep) {
            // the address tells of it after the login
            return false;
        }
    }

    /** The filler as the form's page showed it: what is typed lands in the draft of that role, whatever the role is now. */
    private Optional<Filler> filler(Visit visit, Login shownTo, DraftRef ref) {
        return shownTo.party().map(person -> {
            PartyId whom = drafts.forWhom(ref, person)
                    .filter(of -> !of.equals(person) && keys.key(person, of).equals(visit.postedRole()))
                    .orElse(null);
            return Filler.person(person, shownTo.level(), whom);
        });
    }

    private static OpenDraft draft(Visit visit, Optional<Filler> person, List<String> at) {
        return new OpenDraft(visit, person, at.get(0), new DraftRef(at.get(1)));
    }

    private void showPage(OpenDraft draft, String page) throws ServletException, IOException {
        switch (page) {
            case Addresses.SAVED -> steps.showSaved(draft);
            case Addresses.REVIEW -> sending.review(draft);
            case Addresses.UPDATE -> moves.show(draft);
            case Addresses.RECEIPT -> sending.receipt(draft);
            case Addresses.RECEIPT_PDF -> sending.receiptPdf(draft);
            default -> steps.show(draft, page);
        }
    }

    private void postPage(OpenDraft draft, String page) throws ServletException, IOException {
        switch (page) {
            case Addresses.SAVED, Addresses.RECEIPT, Addresses.RECEIPT_PDF -> throw Refusal.methodNotAllowed();
            case Addresses.REVIEW -> sending.send(draft);
            case Addresses.UPDATE -> moves.move(draft);
            default -> steps.save(draft, page);
        }
    }

    /** What is wrong with a draft's address is told on a page of its own: it is often a link from long ago. */
    private void inDraft(Visit visit, List<String> at, Action action) throws ServletException, IOException {
        // A private link is a secret: search engines are to forget it wherever somebody leaves it.
        visit.response().setHeader("X-Robots-Tag", "noindex, nofollow");
        try {
            OpenDraft draft = draft(visit, OpenDraft.filler(visit.visitor()), at);
            try {
                action.run(draft);
            } catch (AlreadySent sent) {
                visit.seeOther(draft.address(Addresses.RECEIPT));
            } catch (PageNotFound hidden) {
                visit.show(404, "forms/missing", MissingPage.step(draft));
            }
        } catch (DraftNotFound gone) {
            Optional<PartyId> whom = inOtherRole(visit, at.get(1));
            if (whom.isPresent()) {
                visit.showRole(whom.get());
            } else {
                visit.show(404, "forms/missing", MissingPage.draft(visit));
            }
        } catch (NotRepresented ended) {
            visit.showRoleEnded();
        } catch (LoginRequired person) {
            visit.visitor().requireCitizen();
            throw Refusal.forbidden("filler of the draft");
        } catch (StrongerLoginRequired weak) {
            visit.visitor().requireCitizen(weak.need());
            throw Refusal.forbidden("level of the draft");
        }
    }

    /** Whom the draft is for when it is the visitor's own, begun in another role than the present. */
    private Optional<PartyId> inOtherRole(Visit visit, String ref) {
        try {
            DraftRef draft = new DraftRef(ref);
            PartyId now = visit.visitor()
                    .represented()
                    .map(Represented::party)
                    .or(() -> visit.visitor().party())
                    .orElse(null);
            return visit.visitor()
                    .party()
                    .flatMap(person -> drafts.forWhom(draft, person))
                    .filter(whom -> !whom.equals(now));
        } catch (DraftNotFound noReference) {
            return Optional.empty();
        }
    }

    private interface Action {
        void run(OpenDraft draft) throws ServletException, IOException;
    }
}
