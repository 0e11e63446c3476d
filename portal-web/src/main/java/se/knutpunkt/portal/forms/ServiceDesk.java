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
import se.knutpunkt.eforms.fill.NotRepresented;
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
        visit.show("forms/service", ServicePage.of(form, visit.getLanguage(), known(visit.visitor(), form)));
    }

    void begin(Visit visit, String slug) {
        Filler filler = beginner(visit, open(slug));
        DraftRef ref = start(slug, filler);
        String first =
                drafts.open(ref, filler, visit.getLanguage().locale()).page().orElse(Addresses.REVIEW);
        visit.seeOther(Addresses.page(slug, ref, first));
    }

    private static ServicePage.Known known(Visitor visitor, FormDefinition form) {
        if (!visitor.isCitizen()) {
            return ServicePage.Known.NOT;
        }
        if (!visitor.isKnownAt(form.need())) {
            return ServicePage.Known.WEAKLY;
        }
        return covers(visitor, form) ? ServicePage.Known.WELL : ServicePage.Known.WITHOUT_RIGHT;
    }

    /** Whether a power of attorney, if it is by one that the citizen acts, reaches to the form's cases. */
    private static boolean covers(Visitor visitor, FormDefinition form) {
        return visitor.represented().map(whom -> whom.covers(form.caseType())).orElse(true);
    }

    /** The citizen, known as surely as the form needs or better. */
    private static Filler person(Visitor visitor, FormDefinition form) {
        visitor.requireCitizen(form.need());
        return OpenDraft.filler(visitor).orElseThrow();
    }

    private static Filler beginner(Visit visit, FormDefinition form) {
        return switch (form.submitters()) {
            case ANONYMOUS -> Filler.anonymous();
            case EID_REQUIRED -> person(visit.visitor(), form);
            case BOTH ->
                visit.value(AS).filter(WITHOUT_LOGIN::equals).isPresent()
                                || !visit.visitor().isCitizen()
                        ? Filler.anonymous()
                        : person(visit.visitor(), form);
        };
    }

    private FormDefinition open(String slug) {
        return forms.bySlug(slug).map(FormVersion::definition).orElseThrow(Refusal::notFound);
    }

    private DraftRef start(String slug, Filler filler) {
        try {
            return drafts.start(slug, filler);
        } catch (NotRepresented outsideTheMandate) {
            throw Refusal.forbidden("right to act in this");
        } catch (FormNotFound closedMeanwhile) {
            throw Refusal.notFound();
        }
    }
}
