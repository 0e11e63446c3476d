package se.knutpunkt.portal.forms;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.portal.page.Visit;

/** The catalogue and its search. A search is a query in the address: it holds what one looks for, never personal data. */
@Dependent
class CatalogueView {
    @Inject
    Forms forms;

    void show(Visit visit) throws ServletException, IOException {
        String query = CataloguePage.cleaned(visit.value("sok").orElse(""));
        Locale locale = visit.getLanguage().locale();
        CataloguePage page = query.isEmpty()
                ? CataloguePage.all(forms.catalogue(locale), visit.getLanguage())
                : CataloguePage.found(query, forms.search(query, locale), forms.catalogue(locale), visit.getLanguage());
        visit.show("forms/catalogue", page);
    }
}
