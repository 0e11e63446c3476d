package se.knutpunkt.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.portal.login.saml.Errand;
import se.knutpunkt.portal.login.saml.UserMessage;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Levels;
import se.knutpunkt.portal.page.Site;
import se.knutpunkt.portal.page.Texts;
import se.knutpunkt.portal.page.Visit;

/**
 * What somebody at the log-in page logs in for. It decides only what is asked of the provider: what a login may do is
 * decided by each page, at each request, from the level that the provider delivered.
 */
@ApplicationScoped
class Errands {
    private static final String SERVICES = "/e-tjanster/";

    @Inject
    Forms forms;

    @Inject
    Levels levels;

    @Inject
    Site site;

    /**
     * What the e-service needs that they return to, else what Mina sidor needs; more when the page that sent the person
     * here says so. An address never asks for less.
     */
    Errand of(Visit visit, String till) {
        Optional<FormDefinition> form = form(till);
        AssuranceLevel least = form.map(FormDefinition::need).orElseGet(levels::usual);
        return new Errand(
                till,
                visit.value("niva")
                        .flatMap(AssuranceLevel::of)
                        .filter(more -> more.reaches(least))
                        .orElse(least),
                new UserMessage(text(form, Language.SWEDISH), text(form, Language.ENGLISH)));
    }

    /** The title of a published form is public; nothing of the person or the draft is told. */
    private String text(Optional<FormDefinition> form, Language language) {
        return form.map(service -> Texts.text(
                        language,
                        "login.message.service",
                        site.getMunicipality(),
                        service.title().in(language.locale())))
                .orElseGet(() -> Texts.text(language, "login.message.pages", site.getMunicipality()));
    }

    private Optional<FormDefinition> form(String till) {
        return till.startsWith(SERVICES)
                ? forms.bySlug(till.substring(SERVICES.length()).split("[/?#]", 2)[0])
                        .map(FormVersion::definition)
                : Optional.empty();
    }
}
