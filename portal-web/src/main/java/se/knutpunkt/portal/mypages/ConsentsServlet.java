package se.knutpunkt.portal.mypages;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.consent.Consents;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /mina-sidor/samtycken}: what a citizen lets staff see of their own cases. What was typed wrong comes back in the
 * redirect's address, sealed.
 */
@WebServlet(ConsentsServlet.PATH + "/*")
public class ConsentsServlet extends PageServlet {
    static final String PATH = ListAddress.PATH + "/samtycken";
    private static final long serialVersionUID = 1L;
    private static final String PURPOSE = "consent";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of("gett", "tagit", "redan");

    /** Until then a guardian decides too (FB 6:11), and the portal can't weigh the child's maturity. */
    private static final int OF_AGE = 18;

    @EJB
    transient Consents consents;

    @EJB
    transient CaseTypes caseTypes;

    @Inject
    transient Parties parties;

    @Inject
    transient RedirectSeal seal;

    @Inject
    transient Clock clock;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        if (visit.visitor().isActing()) {
            // a consent is the person's own
            visit.showRole(reader);
            return;
        }
        if (!visit.segments().isEmpty()) {
            throw Refusal.notFound();
        }
        Optional<ConsentForm> wrong = visit.value("fel")
                .flatMap(value -> seal.open(value, PURPOSE, reader))
                .flatMap(ConsentForm::unpack);
        Wording wording = new Wording(visit.getLanguage());
        String message = visit.value("klart").filter(MESSAGES::contains).orElse("");
        visit.show(
                "mypages/consents",
                ConsentsPage.of(
                        consents.all(reader),
                        new ConsentsPage.Asked(wrong.orElse(ConsentForm.EMPTY), wrong.isPresent(), mayGive(reader)),
                        Boundary.all(caseTypes, visit.getLanguage()),
                        SwedishTime.today(clock),
                        message.isEmpty() ? "" : wording.text("consents.done." + message),
                        wording));
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        untilDone(visit, this::change);
    }

    private void change(Visit visit) {
        PartyId reader = visit.visitor().requireCitizen();
        if (visit.visitor().isActing()) {
            throw Refusal.forbidden("own consents while acting for another");
        }
        List<String> path = visit.segments();
        if (path.isEmpty()) {
            give(visit, reader);
        } else if (path.size() == 2
                && ID.matcher(path.get(0)).matches()
                && path.get(1).equals("ta-tillbaka")) {
            boolean held = consents.takeBack(reader, Long.parseLong(path.get(0)));
            visit.seeOther(PATH + "?klart=" + (held ? "tagit" : "redan"));
        } else {
            throw Refusal.notFound();
        }
    }

    private void give(Visit visit, PartyId reader) {
        if (!mayGive(reader)) {
            throw Refusal.forbidden("consent of a minor");
        }
        ConsentForm form = ConsentForm.of(visit);
        List<Boundary> boundaries = Boundary.all(caseTypes, visit.getLanguage());
        if (form.faults(boundaries).isEmpty()) {
            consents.give(reader, form.consent(boundaries, SwedishTime.today(clock)));
            visit.seeOther(PATH + "?klart=gett");
        } else {
            visit.seeOther(PATH + "?fel=" + seal.seal(form.pack(), PURPOSE, reader) + "#fel");
        }
    }

    /** Somebody whose age is not known is not taken to be of age. */
    private boolean mayGive(PartyId reader) {
        LocalDate today = SwedishTime.today(clock);
        return parties.numberOf(reader)
                .birthDate()
                .filter(birth -> !birth.plusYears(OF_AGE).isAfter(today))
                .isPresent();
    }
}
