package se.knutpunkt.hub.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of somebody's events, for staff.
 *
 * @param rows newest first; empty for a person without events, for one who may not be looked at, and for a number that
 *     nobody has
 * @param next cursor of the next page; null when there is none
 */
public record StaffPage(
        LookedUp lookedUp, List<StaffRow> rows, @Nullable String next) {}
