package se.knutpunkt.portal.mypages;

import se.knutpunkt.eforms.fill.DraftSummary;
import se.knutpunkt.portal.forms.StandingNotice;
import se.knutpunkt.portal.page.Dates;

/**
 * A begun form.
 *
 * @param title of the form
 * @param changed when it was last saved, in words
 * @param expires the day it is deleted unless it is saved again, in words
 * @param resume address to go on at
 * @param delete address of the page that asks before it deletes
 * @param notice that there is a newer version of the form
 */
public record DraftLine(
        String title, String changed, String expires, String resume, String delete, StandingNotice notice) {

    static DraftLine of(DraftSummary draft, Wording wording) {
        String ref = draft.ref().value();
        return new DraftLine(
                draft.title(),
                Dates.dateAndTime(draft.changed(), wording.language()),
                Dates.date(draft.expires(), wording.language()),
                "/e-tjanster/" + draft.slug() + "/" + ref,
                DraftServlet.address(ref),
                StandingNotice.of(draft.standing(), draft.slug(), draft.ref(), wording.language()));
    }
}
