package se.knutpunkt.eforms.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. Once published it never changes.
 *
 * @param id internal id
 * @param number 1, 2, 3 … within the form
 * @param definition its content
 * @param imported when it was imported
 * @param published when it was published; null while it is a draft version
 */
public record FormVersion(
        long id,
        int number,
        FormDefinition definition,
        Instant imported,
        @Nullable Instant published) {

    /** Last part of the form's address. */
    public String slug() {
        return definition.slug();
    }
}
