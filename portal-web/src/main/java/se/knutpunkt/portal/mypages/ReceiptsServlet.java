package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/** {@code /mina-sidor/kvittenser}: every sent form. */
@WebServlet(ListAddress.PATH + "/kvittenser")
public class ReceiptsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient StatementList list;

    /** What the page shows. */
    public record ReceiptsPage(List<ReceiptLine> lines) {}

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        visit.show(
                "mypages/receipts",
                new ReceiptsPage(list.allReceipts(
                        reader, visit.visitor().represented().orElse(null), new Wording(visit.getLanguage()))));
    }
}
