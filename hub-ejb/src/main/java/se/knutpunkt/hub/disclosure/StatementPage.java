package se.knutpunkt.hub.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the statement, newest first.
 *
 * @param next cursor for the following page; null when this is the last. A page of a text search may be short or even
 *     empty and still have a next one: only a bounded number of events is opened for each page.
 */
public record StatementPage(
        List<StatementRow> rows, @Nullable String next) {}
