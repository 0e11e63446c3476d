package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.Optional;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /mina-sidor/installningar}. What was typed wrong comes back in the redirect's address, sealed; what is right is
 * saved.
 */
@WebServlet(SettingsServlet.PATH)
public class SettingsServlet extends PageServlet {
    static final String PATH = ListAddress.PATH + "/installningar";
    private static final long serialVersionUID = 1L;
    private static final String PURPOSE = "settings";

    @Inject
    transient Parties parties;

    @Inject
    transient RedirectSeal seal;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        if (visit.visitor().isActing()) {
            // how oneself is reached is not changed while acting for another
            visit.showRole(reader);
            return;
        }
        Optional<SettingsForm> wrong = visit.value("fel")
                .flatMap(value -> seal.open(value, PURPOSE, reader))
                .flatMap(SettingsForm::unpack);
        SettingsForm form = wrong.orElseGet(() -> SettingsForm.of(parties.contact(reader)));
        visit.show(
                "mypages/settings",
                SettingsPage.of(
                        form, wrong.isPresent(), visit.value("sparat").isPresent(), new Wording(visit.getLanguage())));
    }

    @Override
    protected void post(Visit visit) {
        PartyId reader = visit.visitor().requireCitizen();
        if (visit.visitor().isActing()) {
            throw Refusal.forbidden("own settings while acting for another");
        }
        SettingsForm form = SettingsForm.of(visit);
        if (form.faults().isEmpty()) {
            parties.changeContact(reader, form.settings());
            visit.seeOther(PATH + "?sparat=1");
        } else {
            visit.seeOther(PATH + "?fel=" + seal.seal(form.pack(), PURPOSE, reader) + "#fel");
        }
    }
}
