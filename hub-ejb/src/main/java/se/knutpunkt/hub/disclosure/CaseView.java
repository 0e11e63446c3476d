package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * A case as far as the reader may see it.
 *
 * @param carriedOnAs numbers by which systems that took it over know it
 * @param timeline its events, newest first, at most 500
 * @param done the newest event says that the case is finished; of several at the same time one, and none asks
 * @param needsAction the newest event, or one at the same time, asks something of the citizen
 */
public record CaseView(
        CaseRef caseRef, List<String> carriedOnAs, List<StatementRow> timeline, boolean done, boolean needsAction) {}
