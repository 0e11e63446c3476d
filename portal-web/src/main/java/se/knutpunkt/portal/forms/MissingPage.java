package se.knutpunkt.portal.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.portal.page.Visit;

/**
 * A begun form, or a page of it, that is not there.
 *
 * @param resume where to go on in the draft; empty when the draft itself is not there
 * @param login where to log in and try again; empty for someone who has
 */
public record MissingPage(String resume, String login) {

    /** True when the draft is there and only the page is not. */
    public boolean hasDraft() {
        return !resume.isEmpty();
    }

    static MissingPage draft(Visit visit) {
        String login = visit.visitor().isLoggedIn()
                ? ""
                : "/logga-in?till=" + URLEncoder.encode(visit.getPath(), StandardCharsets.UTF_8);
        return new MissingPage("", login);
    }

    static MissingPage step(OpenDraft draft) {
        return new MissingPage(draft.address(), "");
    }
}
