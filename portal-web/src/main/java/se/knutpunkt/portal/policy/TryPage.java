package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * Who sees an event, tried out.
 *
 * @param types the case types to choose among
 * @param kinds kinds of event that there have been, to choose among while typing
 * @param kind the kind that was typed
 * @param flags what else may be said of an event
 * @param answers who sees it; empty before anything is chosen
 * @param event the event in words; empty before anything is chosen
 * @param fault why nothing could be tried; empty as a rule
 */
public record TryPage(
        List<LineFormPage.Choice> types,
        List<String> kinds,
        String kind,
        List<LineFormPage.Choice> markings,
        List<LineFormPage.Choice> flags,
        List<Answer> answers,
        String event,
        String fault) {

    /**
     * What somebody sees.
     *
     * @param mark class of the degree
     * @param rule what decides, in words
     * @param key the short name of the rule; empty for what no rule may loosen
     */
    public record Answer(String who, String degree, String mark, String rule, String key, String ground) {}
}
