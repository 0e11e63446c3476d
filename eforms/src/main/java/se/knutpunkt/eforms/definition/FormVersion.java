package se.knutpunkt.eforms.definition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. Once published it never changes.
 *
 * @param id internal id
 * @param number 1, 2, 3 … within the form
 * @param definition its content
 * @param imported when it was imported
 * @param published when it was published; null while it is a draft version
 * @param breaking whether its publishing broke drafts on the version before it
 * @param oldDraftsUntil last day, in Sweden, that drafts on earlier versions may be sent as they are, when it is breaking;
 *     null for as long as they live
 */
public record FormVersion(
        long id,
        int number,
        FormDefinition definition,
        Instant imported,
        @Nullable Instant published,
        boolean breaking,
        @Nullable LocalDate oldDraftsUntil) {

    /** A version that breaks nothing. */
    public FormVersion(long id, int number, FormDefinition definition, Instant imported, @Nullable Instant published) {
        this(id, number, definition, imported, published, false, null);
    }

    /** Last part of the form's address. */
    public String slug() {
        return definition.slug();
    }
}
