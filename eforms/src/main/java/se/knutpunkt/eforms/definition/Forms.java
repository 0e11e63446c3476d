package se.knutpunkt.eforms.definition;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of the municipality: import, publish, close, and the catalogue of what citizens can begin. */
@Local
public interface Forms {

    /**
     * Says what is wrong with a definition without storing anything.
     *
     * @param json the document, UTF-8, at most 1 MB (more is a problem in the answer, never an exception)
     */
    List<Problem> problems(byte[] json);

    /** Stores a definition without problems as the next draft version of its form; a new slug makes a new form. */
    ImportResult importDraft(byte[] json);

    /**
     * One version, published or not, for preview.
     *
     * @throws FormNotFound when there is no such version
     */
    FormVersion version(long versionId);

    /**
     * Makes a draft version the one that citizens begin from now on, and opens the form. When it breaks drafts on the
     * version before it, these may be sent for the usual number of days.
     *
     * @return the published version; publishing the same version again changes nothing
     * @throws FormNotFound when there is no such version
     * @throws NewerVersionPublished when a later version is already published
     */
    FormVersion publish(long versionId);

    /**
     * The same, with the day that the editor chose.
     *
     * @param oldDraftsUntil last day, in Sweden, that drafts on earlier versions may be sent as they are; null for as long
     *     as they live; of no meaning when nothing breaks
     * @throws IllegalArgumentException when the day may not be chosen, see {@link OldDraftsDay}
     * @throws FormNotFound when there is no such version
     * @throws NewerVersionPublished when a later version is already published
     */
    FormVersion publish(long versionId, @Nullable LocalDate oldDraftsUntil);

    /**
     * Lets drafts on versions before a breaking one be sent for longer. A day that citizens have been told is never taken
     * back.
     *
     * @param oldDraftsUntil the new last day; null for as long as they live
     * @return false when it would be no longer than now, or nothing is broken by that version
     * @throws IllegalArgumentException when the day may not be chosen, see {@link OldDraftsDay}
     * @throws FormNotFound when there is no such published version
     */
    boolean prolong(long versionId, @Nullable LocalDate oldDraftsUntil);

    /**
     * The published version before this one: what publishing it replaces, or replaced.
     *
     * @throws FormNotFound when there is no such version
     */
    Optional<FormVersion> before(long versionId);

    /** The versions of the same form that were published after this one, oldest first; definitions are not read. */
    List<LaterVersion> laterThan(long versionId);

    /**
     * Takes a form out of the catalogue. Begun drafts may still be sent.
     *
     * @throws FormNotFound when there is no form of that slug with a published version
     */
    void close(String slug);

    /**
     * Puts a closed form back in the catalogue.
     *
     * @throws FormNotFound when there is no form of that slug with a published version
     */
    void reopen(String slug);

    /** A published version of a form by its number, whether citizens begin it now or not. */
    Optional<FormVersion> published(String slug, int number);

    /** All forms for the editor, sorted by title. */
    List<FormOverview> all();

    /** The open forms under their headings, headings without forms left out. */
    List<CatalogueSection> catalogue(Locale locale);

    /** Open forms where each word of the query begins a word of title, description or keywords; best first. */
    List<FormVersion> search(String query, Locale locale);

    /** The version that citizens begin now; empty for unknown, never published and closed forms. */
    Optional<FormVersion> bySlug(String slug);
}
