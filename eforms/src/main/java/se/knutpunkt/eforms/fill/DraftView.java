package se.knutpunkt.eforms.fill;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;

/**
 * A draft as a whole.
 *
 * @param ref its reference
 * @param form the version it is bound to
 * @param continueAt id of the first page that is not complete; null when only the review is left
 * @param changed when it was last saved
 * @param expires when it is deleted unless it is saved again
 * @param standing what has come after that version
 */
public record DraftView(
        DraftRef ref,
        FormVersion form,
        @Nullable String continueAt,
        Instant changed,
        Instant expires,
        DraftStanding standing) {

    /** The page to go on at; empty when only the review is left. */
    public Optional<String> page() {
        return Optional.ofNullable(continueAt);
    }
}
