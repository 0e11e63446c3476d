package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.disclosure.CaseView;
import se.knutpunkt.hub.disclosure.Events;
import se.knutpunkt.hub.disclosure.Statement;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /mina-sidor/arende/<id>}: where a case stands, what has happened in it, and its documents. */
@WebServlet(CaseServlet.PATH + "/*")
public class CaseServlet extends PageServlet {
    static final String PATH = ListAddress.PATH + "/arende";
    private static final long serialVersionUID = 1L;

    @Inject
    transient Events events;

    @Inject
    transient Submissions submissions;

    @Inject
    transient Statement statement;

    @Inject
    transient Clock clock;

    static String address(String caseId) {
        return PATH + "/" + caseId;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId party = visit.visitor().requireCitizen();
        List<String> parts = visit.segments();
        if (parts.size() != 1) {
            throw Refusal.notFound();
        }
        Viewer.Citizen reader = new Viewer.Citizen(party);
        CaseView whole = events.openCase(reader, PublicId.of(parts.get(0))).orElseThrow(Refusal::notFound);
        Represented acting = visit.visitor().represented().orElse(null);
        CaseView view = acting == null ? whole : of(whole, acting.party());
        if (view.timeline().isEmpty()) {
            visit.showRole(whole.timeline().get(0).whom().party());
            return;
        }
        Wording wording = new Wording(visit.getLanguage());
        List<ReceiptLine> receipts = submissions.own(party, acting == null ? null : acting.party()).stream()
                .filter(receipt -> receipt.casePublicId().equals(view.caseRef().caseId()))
                .map(receipt -> ReceiptLine.of(receipt, wording))
                .toList();
        visit.show("mypages/case", CasePage.of(view, late(reader, view, wording), receipts, wording));
    }

    /** What of the case is about one person. */
    private static CaseView of(CaseView whole, PartyId whom) {
        return new CaseView(
                whole.caseRef(),
                whole.carriedOnAs(),
                whole.timeline().stream()
                        .filter(row -> row.whom().party().equals(whom))
                        .toList(),
                whole.done(),
                whole.needsAction());
    }

    /** What the case may lack: its own source may not have signalled yet, so all of its case type count. */
    private List<String> late(Viewer.Citizen reader, CaseView view, Wording wording) {
        return statement.lateSources(reader).stream()
                .filter(source -> source.caseTypes().contains(view.caseRef().caseType()))
                .map(source -> wording.late(source.about(view.caseRef().caseType()), clock))
                .toList();
    }
}
