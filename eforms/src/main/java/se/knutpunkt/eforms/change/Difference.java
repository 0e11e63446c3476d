package se.knutpunkt.eforms.change;

import java.util.List;
import se.knutpunkt.eforms.definition.FormDefinition;

/**
 * All that differs between two versions of a form.
 *
 * @param changes those of the form as a whole first, then page by page
 */
public record Difference(List<Change> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }

    /** Compares an older version with a newer one of the same form. */
    public static Difference between(FormDefinition before, FormDefinition after) {
        return new Comparison(before, after).difference();
    }

    /** True when at least one change is. */
    public boolean breaking() {
        return changes.stream().anyMatch(Change::breaking);
    }
}
