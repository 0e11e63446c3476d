package se.knutpunkt.portal.forms;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormNotFound;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;
import se.knutpunkt.portal.page.Visitor;

/** The landing page of a service, and the button that begins a draft of it. */
@Dependent
class ServiceDesk {
    /** Name of the buttons that begin; its value says as whom. */
    static final String AS = "som";

    static final String WITHOUT_LOGIN = "anonym";

    @Inject
    Forms forms;

    @Inject
    Drafts drafts;

    void show(Visit visit, String slug) throws ServletException, IOException {
        FormDefinition form = open(slug);
        visit.show(
                "forms/service",
                ServicePage.of(form, visit.getLanguage(), visit.visitor().isCitizen()));
    }

    void begin(Visit visit, String slug) {
        Filler filler = beginner(visit, open(slug));
        DraftRef ref = start(slug, filler);
        String first =
                drafts.open(ref, filler, visit.getLanguage().locale()).page().orElse(Addresses.REVIEW);
        visit.seeOther(Addresses.page(slug, ref, first));
    }

    /** Who the visitor is to a form: a citizen, or nobody known. */
    private static Filler filler(Visitor visitor) {
        return visitor.party().map(Filler::person).orElseGet(Filler::anonymous);
    }

    private static Filler beginner(Visit visit, FormDefinition form) {
        return switch (form.submitters()) {
            case ANONYMOUS -> Filler.anonymous();
            case EID_REQUIRED -> Filler.person(visit.visitor().requireCitizen());
            case BOTH ->
                visit.value(AS).filter(WITHOUT_LOGIN::equals).isPresent()
                        ? Filler.anonymous()
                        : filler(visit.visitor());
        };
    }

    private FormDefinition open(String slug) {
        return forms.bySlug(slug).map(FormVersion::definition).orElseThrow(Refusal::notFound);
    }

    private DraftRef start(String slug, Filler filler) {
        try {
            return drafts.start(slug, filler);
        } catch (FormNotFound closedMeanwhile) {
            throw Refusal.notFound();
        }
    }
}
