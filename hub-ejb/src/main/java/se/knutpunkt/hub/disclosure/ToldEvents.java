package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * Changes to tell a system of.
 *
 * @param events in their order
 * @param upTo number up to which there is no more to tell
 * @param more whether changes after that are there already
 */
public record ToldEvents(List<SystemEvent> events, long upTo, boolean more) {

    /** Copies the list. */
    public ToldEvents {
        events = List.copyOf(events);
    }
}
