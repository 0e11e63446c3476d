package se.knutpunkt.eforms.fill;

import jakarta.ejb.Local;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * Begun forms. Every method that takes a reference throws {@link DraftNotFound} when the filler has no such draft, and
 * {@link AlreadySent} when it is sent; every one but {@link #delete} throws {@link StrongerLoginRequired} when it is a
 * person's own and that person logged in at a lower level than the form needs. A draft is bound to the version it was begun on and lives 30 days from its last
 * change.
 */
@Local
public interface Drafts {

    /** Days from the last change until a draft is deleted. */
    int DAYS_KEPT = 30;

    /**
     * Begins a form; a logged-in person's name, e-mail and telephone are filled in where the form asks for it. Of
     * someone who acts for another it is the other's, and nothing of the filler's own.
     *
     * @throws se.knutpunkt.eforms.definition.FormNotFound when no such form is open
     * @throws LoginRequired when the form wants a person and the filler is anonymous
     * @throws StrongerLoginRequired when the person's login is at a lower level than the form needs
     * @throws NotRepresented when the filler may not act for the other in this
     */
    DraftRef start(String slug, Filler filler);

    /** What the draft is a draft of, and where to go on: at the first page that is not complete, else at the review. */
    DraftView open(DraftRef ref, Filler filler, Locale locale);

    /**
     * One page with what has been typed, and what was wrong with it when it was last saved.
     *
     * @throws PageNotFound when the page does not exist or is hidden by earlier answers
     */
    StepView step(DraftRef ref, Filler filler, String pageId, Locale locale);

    /**
     * Saves a page whatever is wrong with it, and says where to go. Unknown controls are ignored, hidden fields lose
     * their values, controls of files are ignored: see {@link #addFile}.
     *
     * @param answers what was typed, and where the filler wants to go
     * @throws PageNotFound when the page does not exist or is hidden by earlier answers
     */
    Saved save(DraftRef ref, Filler filler, PageInput answers);

    /**
     * Takes one file for a field of files. A file of the wrong kind, too large or one too many is not kept: why is said
     * beside the field the next time its page is shown.
     *
     * @param file what was uploaded; read once, not closed
     * @return true when it was kept
     * @throws PageNotFound when the form has no such visible field of files
     */
    boolean addFile(DraftRef ref, Filler filler, UploadedFile file);

    /** Removes one file from the draft; one that is not there is no error. */
    void removeFile(DraftRef ref, Filler filler, String fileId);

    /** All answers as they would be sent now, page by page, with what still is missing. */
    ReviewView review(DraftRef ref, Filler filler, Locale locale);

    /** The person's unsent drafts for themself, last changed first. */
    default List<DraftSummary> own(PartyId party, Locale locale) {
        return own(party, null, locale);
    }

    /**
     * The person's unsent drafts in one role, last changed first.
     *
     * @param represented whom the person acts for; null for themself
     */
    List<DraftSummary> own(PartyId party, @Nullable PartyId represented, Locale locale);

    /**
     * In what role a person's own draft was begun, sent or not: what a page tells who asks for it in another role.
     *
     * @return empty when it is not this person's; else whom it is for, the person themself for their own
     */
    Optional<PartyId> forWhom(DraftRef ref, PartyId person);

    /**
     * What moving the draft to the newest version of its form would do.
     *
     * @throws VersionIsNewest when there is nothing to move to
     */
    MoveView moving(DraftRef ref, Filler filler, Locale locale);

    /**
     * Moves the draft to a newer version with all that fits. One without an owner gets the filler for it when the version
     * wants a person; one with an owner loses it when the version is sent without identity.
     *
     * @param versionId the version that the filler was shown
     * @return false when the newest is another by now, and nothing was moved
     * @throws LoginRequired when the version wants a person and nobody is logged in
     * @throws NotRepresented when the filler may not act for the other in that version
     */
    boolean move(DraftRef ref, Filler filler, long versionId);

    /** How many open drafts there are on all versions of a form, for staff. */
    long countOpen(String slug);

    /** Deletes a draft with its files. */
    void delete(DraftRef ref, Filler filler);

    /**
     * A file as a browser sends it.
     *
     * @param size in bytes, as far as it is known before it is read
     */
    record UploadedFile(String fieldId, String name, long size, InputStream content) {
        /** One whose size is not known before. */
        public UploadedFile(String fieldId, String name, InputStream content) {
            this(fieldId, name, 0, content);
        }
    }
}
