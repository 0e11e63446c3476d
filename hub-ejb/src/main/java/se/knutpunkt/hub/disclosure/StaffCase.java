package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * A case as far as a staff member may see it by a ground, of the person who was looked up.
 *
 * @param carriedOnAs numbers by which systems that took it over know it
 * @param timeline its events, newest first, at most 500
 */
public record StaffCase(LookedUp lookedUp, CaseRef caseRef, List<String> carriedOnAs, List<StaffRow> timeline) {}
