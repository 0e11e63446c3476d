package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * Asks before a rule is removed.
 *
 * @param version of the rules that is shown
 * @param loosens whether the removal waits for somebody else
 * @param effect what it means for the events that there are
 * @param stale whether others have changed the rules since the page was shown first
 */
public record RemovePage(
        String action,
        RulesPage.Row row,
        String place,
        int version,
        boolean loosens,
        boolean stale,
        EffectPage effect,
        String reason,
        List<LineFormPage.Problem> problems) {

    /** What is wrong with the reason; empty when nothing is. */
    public String fault() {
        return problems.stream()
                .filter(problem -> problem.field().equals(PolicyForm.REASON))
                .map(LineFormPage.Problem::text)
                .findFirst()
                .orElse("");
    }
}
