package se.knutpunkt.portal.forms;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import se.knutpunkt.eforms.fill.DraftView;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.MoveView;
import se.knutpunkt.eforms.fill.VersionIsNewest;
import se.knutpunkt.portal.page.Refusal;

/** Moves a begun form to the newer version of it: first shown, then done. */
@Dependent
class MoveDesk {
    private static final String DONE = "klart";
    private static final String TO = "version";

    @Inject
    Drafts drafts;

    void show(OpenDraft draft) throws ServletException, IOException {
        MoveView view;
        try {
            view = drafts.moving(draft.ref(), filler(draft), draft.locale());
        } catch (VersionIsNewest nothingToDo) {
            showMoved(draft);
            return;
        }
        draft.checkSlug(view.form().slug());
        draft.visit().show("forms/move", MovePage.of(view, draft));
    }

    /** Moves it to the version that was shown; when that is not the newest any more, the page is shown again. */
    void move(OpenDraft draft) {
        Filler filler = filler(draft);
        MoveView view;
        try {
            view = drafts.moving(draft.ref(), filler, draft.locale());
        } catch (VersionIsNewest pressedTwice) {
            draft.visit().seeOther(draft.address(Addresses.UPDATE) + "?" + DONE + "=1");
            return;
        }
        draft.checkSlug(view.form().slug());
        boolean moved = drafts.move(draft.ref(), filler, asked(draft));
        String address = draft.address(moved && view.losesOwner() ? Addresses.SAVED : Addresses.UPDATE);
        draft.visit().seeOther(moved && !view.losesOwner() ? address + "?" + DONE + "=1" : address);
    }

    private void showMoved(OpenDraft draft) throws ServletException, IOException {
        DraftView view = drafts.open(draft.ref(), filler(draft), draft.locale());
        draft.checkSlug(view.form().slug());
        if (draft.visit().value(DONE).isPresent()) {
            draft.visit()
                    .show(
                            "forms/moved",
                            new MovedPage(view.form().definition().title().in(draft.locale()), draft.address()));
        } else {
            draft.visit().seeOther(draft.address());
        }
    }

    /** Whoever is at the page: one begun without login may become theirs here, when the newer version wants a person. */
    private static Filler filler(OpenDraft draft) {
        return draft.person().orElseGet(Filler::anonymous);
    }

    private static long asked(OpenDraft draft) {
        String id = draft.visit().value(TO).orElse("");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(id);
    }
}
