package se.knutpunkt.hub.event;

/**
 * What people read.
 *
 * @param language ISO 639-1, {@code sv} as a rule
 * @param headline short text that a citizen understands ({@code rubrik}), at most 255 characters
 * @param description fuller text ({@code beskrivning}), at most 65 535 characters, may be empty
 * @param neutralSummary says what happened without any personal data, for readers who may not see more; at most 255
 */
public record Wording(String language, String headline, String description, String neutralSummary) {}
