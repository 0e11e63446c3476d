package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * A case as far as the reader may see it.
 *
 * @param timeline its events, newest first, at most 500
 * @param done the newest event says that the case is finished
 * @param needsAction the newest event asks something of the citizen
 */
public record CaseView(CaseRef caseRef, List<StatementRow> timeline, boolean done, boolean needsAction) {}
