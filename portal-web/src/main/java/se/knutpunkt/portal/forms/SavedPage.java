package se.knutpunkt.portal.forms;

import se.knutpunkt.eforms.fill.DraftView;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.portal.page.Dates;

/**
 * How to come back to a begun form.
 *
 * @param formTitle what was begun
 * @param resume the draft's local address
 * @param privateLink the whole address that is the only key to the draft; empty for a logged-in person's own
 * @param expires when it is deleted, in words
 * @param notice that there is a newer version of the form
 */
public record SavedPage(String formTitle, String resume, String privateLink, String expires, StandingNotice notice) {

    /** True when only the link leads back. */
    public boolean anonymous() {
        return !privateLink.isEmpty();
    }

    static SavedPage of(DraftView view, OpenDraft draft, Filler filler, String baseUrl) {
        return new SavedPage(
                view.form().definition().title().in(draft.locale()),
                draft.address(),
                filler.partyId().isPresent() ? "" : baseUrl + draft.address(),
                Dates.date(view.expires(), draft.language()),
                StandingNotice.of(view.standing(), draft.slug(), draft.ref(), draft.language()));
    }
}
