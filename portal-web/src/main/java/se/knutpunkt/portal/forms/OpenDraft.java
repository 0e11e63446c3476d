package se.knutpunkt.portal.forms;

import java.util.Locale;
import java.util.function.Function;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Visit;

/**
 * The draft that an address names, and the visit that asks for it.
 *
 * @param slug the service in the address; untrusted until {@link #checkSlug} has seen it
 */
record OpenDraft(Visit visit, String slug, DraftRef ref) {

    Language language() {
        return visit.getLanguage();
    }

    Locale locale() {
        return language().locale();
    }

    /** The local address of the draft itself. */
    String address() {
        return Addresses.draft(slug, ref);
    }

    /** The local address of one of its pages. */
    String address(String page) {
        return Addresses.page(slug, ref, page);
    }

    /** @throws DraftNotFound when the address names another service than the draft's own */
    void checkSlug(String slugOfDraft) {
        if (!slug.equals(slugOfDraft)) {
            throw new DraftNotFound();
        }
    }

    /**
     * Does something as the draft's filler: a logged-in person's own draft first, else one that was begun without login
     * and whose secret the address holds. The action is tried anew, so its first call must be the one that looks for the
     * draft.
     */
    <T> T asFiller(Function<Filler, T> action) {
        Filler person = ServiceDesk.filler(visit.visitor());
        if (person.partyId().isEmpty()) {
            return action.apply(person);
        }
        try {
            return action.apply(person);
        } catch (DraftNotFound notTheirOwn) {
            return action.apply(Filler.anonymous());
        }
    }
}
