package se.knutpunkt.portal.forms;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import se.knutpunkt.eforms.fill.DraftView;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Drafts.UploadedFile;
import se.knutpunkt.eforms.fill.FieldView;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.Saved;
import se.knutpunkt.eforms.fill.StepView;
import se.knutpunkt.portal.page.Site;

/** The steps of a begun form: shown from the draft, saved to the draft, whatever is wrong with them. */
@Dependent
class StepDesk {
    @Inject
    Drafts drafts;

    @Inject
    Site site;

    /** The draft's own address: goes on where it was left. */
    void resume(OpenDraft draft) {
        DraftView view = draft.asFiller(filler -> drafts.open(draft.ref(), filler, draft.locale()));
        draft.checkSlug(view.form().slug());
        draft.visit().seeOther(draft.address(view.page().orElse(Addresses.REVIEW)));
    }

    void show(OpenDraft draft, String pageId) throws ServletException, IOException {
        StepView step = draft.asFiller(filler -> drafts.step(draft.ref(), filler, pageId, draft.locale()));
        draft.checkSlug(step.slug());
        draft.visit().show("forms/step", StepPage.of(step, draft));
    }

    /** How to come back to what was saved. */
    void showSaved(OpenDraft draft) throws ServletException, IOException {
        SavedPage page = draft.asFiller(filler -> {
            DraftView view = drafts.open(draft.ref(), filler, draft.locale());
            draft.checkSlug(view.form().slug());
            return SavedPage.of(view, draft, filler, site.getBaseUrl());
        });
        draft.visit().show("forms/saved", page);
    }

    void save(OpenDraft draft, String pageId) {
        StepPost post = StepPost.of(draft.visit().values());
        draft.visit().seeOther(draft.asFiller(filler -> save(draft, filler, pageId, post)));
    }

    /** Saves what was typed on a page whose login has lapsed; where to go is another's matter. */
    boolean keep(OpenDraft draft, String pageId) {
        StepPost post = StepPost.of(draft.visit().values()).unhurried();
        if (post.answers().isEmpty()) {
            // a form without its fields must not empty the page that was saved before
            return false;
        }
        draft.asFiller(filler -> save(draft, filler, pageId, post));
        return true;
    }

    /** Saves the page with its files and answers where to go. */
    private String save(OpenDraft draft, Filler filler, String pageId, StepPost post) {
        Optional<String> refused = takeFiles(draft, filler, pageId);
        Saved saved = drafts.save(draft.ref(), filler, post.input(pageId));
        post.removedFile().ifPresent(file -> drafts.removeFile(draft.ref(), filler, file));
        String here = draft.address(pageId);
        return refused.map(field -> post.stay(here, field)).orElseGet(() -> post.next(saved, draft, here));
    }

    /** Takes the files of a multipart form; tells the field whose file was not kept, and why stands beside it. */
    private Optional<String> takeFiles(OpenDraft draft, Filler filler, String pageId) {
        if (!StepPost.isMultipart(draft.visit().request())) {
            return Optional.empty();
        }
        Optional<String> refused = Optional.empty();
        for (FieldView field :
                drafts.step(draft.ref(), filler, pageId, draft.locale()).all()) {
            if (field.control().takesFiles() && !takeFilesOf(draft, filler, field.id())) {
                refused = Optional.of(field.id());
            }
        }
        return refused;
    }

    /** False when at least one file was not kept. */
    private boolean takeFilesOf(OpenDraft draft, Filler filler, String fieldId) {
        boolean kept = true;
        for (Part part : draft.visit().files(fieldId)) {
            kept &= takeFile(draft, filler, fieldId, part);
        }
        return kept;
    }

    private boolean takeFile(OpenDraft draft, Filler filler, String fieldId, Part part) {
        try (InputStream content = part.getInputStream()) {
            return drafts.addFile(
                    draft.ref(),
                    filler,
                    new UploadedFile(fieldId, part.getSubmittedFileName(), part.getSize(), content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
