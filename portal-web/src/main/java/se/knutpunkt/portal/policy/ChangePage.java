package se.knutpunkt.portal.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rules.
 *
 * @param loosens whether it shows something to someone that was not shown before
 * @param steps who did what, when and why
 * @param effect what it would mean for the events that there are; null for what is no longer planned
 * @param waiting whether it can be decided on by the reader
 * @param own whether the reader proposed it
 * @param stale whether the rules have changed since it was proposed
 * @param redo where the same change can be made on the rules of today; empty when it cannot
 * @param reason what was typed as the reason of a decision
 */
public record ChangePage(
        String title,
        String address,
        String state,
        String mark,
        boolean loosens,
        List<Step> steps,
        List<Difference> differences,
        @Nullable EffectPage effect,
        boolean waiting,
        boolean own,
        boolean stale,
        String redo,
        String reason,
        String fault,
        String refused,
        String message,
        boolean keeper) {

    /** Something that was done with it. */
    public record Step(String when, String what, String reason) {}
}
