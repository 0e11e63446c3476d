package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.util.List;

/** The list of everything that concerns a person and those they may act for, like the statement of a bank. */
@Local
public interface Statement {

    /**
     * A page of the list.
     *
     * @throws InvalidCursor when {@code before} is no cursor of this statement
     */
    StatementPage page(Viewer.Citizen reader, StatementQuery query);

    /**
     * Everything below and a page at once; asks the database far less than one call each.
     *
     * @throws InvalidCursor as {@link #page}
     */
    StatementOverview overview(Viewer.Citizen reader, StatementQuery query);

    /** What waits for the citizen: the newest event of each case when it asks for something, newest first, at most 20. */
    List<StatementRow> needsAction(Viewer.Citizen reader);

    /** Whom the list can concern: the reader first, then those the reader may act for. */
    List<Whom> whom(Viewer.Citizen reader);

    /** How many of the newest 200 events of each person the reader has not opened. */
    int unread(Viewer.Citizen reader);

    /** Silent sources among those that could have events for the reader. */
    List<LateSource> lateSources(Viewer.Citizen reader);
}
