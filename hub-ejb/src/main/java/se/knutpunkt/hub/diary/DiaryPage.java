package se.knutpunkt.hub.diary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of documents.
 *
 * @param next cursor of the following page; null when this is the last
 */
public record DiaryPage(List<DiaryRow> rows, @Nullable String next) {

    public DiaryPage {
        rows = List.copyOf(rows);
    }
}
