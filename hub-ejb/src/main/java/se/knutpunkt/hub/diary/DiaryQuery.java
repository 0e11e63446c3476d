package se.knutpunkt.hub.diary;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list, newest received first.
 *
 * @param state only those in this state
 * @param authority only those of this authority's code; null for all
 * @param text only those whose public title has this text or whose case or diary number starts with it; null for all
 * @param before cursor of the page before, from {@link DiaryPage#next}; null for the newest
 * @param size rows wanted, 1–200
 */
public record DiaryQuery(
        DiaryState state,
        @Nullable String authority,
        @Nullable String text,
        @Nullable String before,
        int size) {

    /** Most rows on one page. */
    public static final int LARGEST = 200;

    public DiaryQuery {
        Objects.requireNonNull(state, "state");
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a page has 1 to 200 rows");
        }
    }
}
