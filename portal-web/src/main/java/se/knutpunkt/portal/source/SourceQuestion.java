package se.knutpunkt.portal.source;

import java.util.List;

/**
 * Asks before something is taken from a source.
 *
 * @param button names what is done
 * @param back to the source
 */
public record SourceQuestion(String title, List<String> texts, String action, String button, String back) {}
