package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * Shows a change before it is sent.
 *
 * @param back the form, with what was typed
 * @param typed what was typed, sealed
 * @param loosens whether it waits for somebody else
 * @param effect what it means for the events that there are
 */
public record ReviewPage(
        String action,
        String back,
        String typed,
        boolean loosens,
        String reason,
        List<Difference> differences,
        EffectPage effect) {}
