package se.knutpunkt.hub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event points at.
 *
 * @param link https address into an e-service where more can be done; null when there is none
 * @param information free information as a JSON object ({@code utokadInformation}); null when there is none
 * @param tags {@code taggar}: at most 100 of at most 100 characters
 */
public record References(@Nullable String link, @Nullable String information, List<String> tags) {

    /** An event that points at nothing. */
    public static final References NONE = new References(null, null, List.of());

    /** Copies the list. */
    public References {
        tags = List.copyOf(tags);
    }
}
