package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * Some events for a system.
 *
 * @param next where to go on
 * @param more whether there is more there already; a page of changes may be short, or empty, and have more after it
 */
public record SystemEventPage(List<SystemEvent> events, String next, boolean more) {

    /** Copies the list. */
    public SystemEventPage {
        events = List.copyOf(events);
    }
}
