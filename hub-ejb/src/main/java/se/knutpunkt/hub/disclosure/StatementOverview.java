package se.knutpunkt.hub.disclosure;

import java.util.List;

/**
 * All that the first page of Mina sidor shows, worked out in one go.
 *
 * @param page as {@link Statement#page}
 * @param needsAction as {@link Statement#needsAction}
 * @param whom as {@link Statement#whom}
 * @param unread as {@link Statement#unread}
 * @param lateSources as {@link Statement#lateSources}
 */
public record StatementOverview(
        StatementPage page,
        List<StatementRow> needsAction,
        List<Whom> whom,
        int unread,
        List<LateSource> lateSources) {}
