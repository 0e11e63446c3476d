package se.knutpunkt.hub.disclosure;

import java.util.List;
import se.knutpunkt.hub.representation.Representations;

/**
 * All that the first page of Mina sidor shows, worked out in one go.
 *
 * @param page as {@link Statement#page}
 * @param needsAction as {@link Statement#needsAction}
 * @param whom as {@link Statement#whom}
 * @param unread as {@link Statement#unread}
 * @param lateSources as {@link Statement#lateSources}
 * @param standing how the reader stands to others, by the same look as the rest: asked once a page
 */
public record StatementOverview(
        StatementPage page,
        List<StatementRow> needsAction,
        List<Whom> whom,
        int unread,
        List<LateSource> lateSources,
        Representations.Standing standing) {}
