package se.knutpunkt.eforms.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import: a draft version, or the problems that kept it out.
 *
 * @param versionId id of the stored draft version; null when there were problems
 * @param problems in the order of the document; empty when it was taken
 */
public record ImportResult(@Nullable Long versionId, List<Problem> problems) {

    public ImportResult {
        problems = List.copyOf(problems);
    }

    /** True when the document was stored as a draft version. */
    public boolean taken() {
        return versionId != null;
    }

    /** The stored draft version, if it was taken. */
    public Optional<Long> version() {
        return Optional.ofNullable(versionId);
    }
}
