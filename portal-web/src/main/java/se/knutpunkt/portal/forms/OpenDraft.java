package se.knutpunkt.portal.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Visit;
import se.knutpunkt.portal.page.Visitor;

/**
 * The draft that an address names, and the visit that asks for it.
 *
 * @param person whoever is logged in, or was when the form was shown
 * @param slug the service in the address; untrusted until {@link #checkSlug} has seen it
 */
record OpenDraft(Visit visit, Optional<Filler> person, String slug, DraftRef ref) {

    /** The citizen at the page, as forms know them: with whom they act for. */
    static Optional<Filler> filler(Visitor visitor) {
        PartyId represented = visitor.represented().map(Represented::party).orElse(null);
        return visitor.login()
                .flatMap(login -> login.party().map(party -> Filler.person(party, login.level(), represented)));
    }

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
     * Does something as the draft's own filler, whoever is at the page: one begun without login stays without identity,
     * and a logged-in person's own is found with theirs. The action may be tried twice, so its first call must be one
     * that looks for the draft.
     *
     * @throws DraftNotFound when there is no such draft, or it is somebody else's
     */
    <T> T asFiller(Function<Filler, T> action) {
        try {
            return action.apply(Filler.anonymous());
        } catch (DraftNotFound notAnonymous) {
            return action.apply(person.orElseThrow(() -> notAnonymous));
        }
    }
}
