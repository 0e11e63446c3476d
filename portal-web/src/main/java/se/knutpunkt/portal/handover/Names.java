package se.knutpunkt.portal.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.portal.page.Visit;

/** What forms and systems are called, in the reader's language. */
@RequestScoped
class Names {

    @Inject
    Forms forms;

    @Inject
    SourceRegister sources;

    /** Titles of all forms by the last part of their address. */
    Map<String, String> forms(Visit visit) {
        Map<String, String> names = new TreeMap<>();
        for (FormOverview form : forms.all()) {
            names.put(form.slug(), form.title().in(visit.getLanguage().locale()));
        }
        return names;
    }

    /** Names of all systems by code, closed ones too. */
    Map<String, String> sources(Visit visit) {
        Map<String, String> names = new TreeMap<>();
        sources.all()
                .forEach(source -> names.put(
                        source.settings().code(),
                        source.settings().name().in(visit.getLanguage().getTag())));
        return names;
    }
}
