package se.knutpunkt.hub.upkeep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Fault;

/**
 * What a file would do to the register.
 *
 * @param revision of the register that it was made for
 */
public record ImportPlan(long revision, List<Row> rows) {

    /** What a row would do. */
    public enum Verdict {
        NEW,
        CHANGED,
        UNCHANGED,
        FAULTY
    }

    /**
     * A row of the file.
     *
     * @param number as a spreadsheet counts, the headings being row 1
     * @param key null when the row does not say what it is about
     * @param title its Swedish name; empty when it has none
     * @param faults of a faulty row alone
     * @param differences of a new or changed row alone
     */
    public record Row(
            long number,
            @Nullable EntryKey key,
            String title,
            Verdict verdict,
            List<Difference> differences,
            List<Fault> faults,
            @Nullable Entry before,
            @Nullable Entry after) {}

    /** How many rows have a verdict. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Whether it may be taken: nothing is faulty, and something is new or changed. */
    public boolean isTakeable() {
        return count(Verdict.FAULTY) == 0 && count(Verdict.NEW) + count(Verdict.CHANGED) > 0;
    }
}
