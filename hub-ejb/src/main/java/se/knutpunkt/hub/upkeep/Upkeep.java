package se.knutpunkt.hub.upkeep;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Sheet;

/**
 * Keeps the register. Each change is checked against the whole register as it is, takes a version that the change was
 * made from, and goes to the history; all of it or nothing. On every node it holds within five seconds.
 */
@Local
public interface Upkeep {

    /** The register now, drafts included. */
    Register register();

    /** The changes of an entry, the latest first; at most 200. */
    List<Change> history(EntryKey key);

    /** The latest changes of anything; at most 100. */
    List<Change> latest();

    /**
     * What would be wrong with an entry, so that a form can be shown again with it.
     *
     * @param key of the entry that the sheet would change; empty for a new one
     */
    List<Fault> check(Optional<EntryKey> key, Sheet sheet);

    /**
     * Adds an entry: a case type as a draft, an authority or a branch in use.
     *
     * @throws UpkeepRefused with everything that is wrong
     */
    void create(Sheet sheet, StaffId by);

    /**
     * Changes what stands in an entry. What is in use must lack nothing, and keeps its code, prefix and authority.
     *
     * @param version the version that it was read at
     * @throws UpkeepRefused with everything that is wrong
     * @throws ChangedMeanwhile when the version is another
     * @throws UnknownEntry when it is not there
     */
    void change(EntryKey key, int version, Sheet sheet, StaffId by);

    /**
     * Takes a draft or a closed entry into use, or closes one. Nothing goes back to being a draft.
     *
     * @throws UpkeepRefused when something is missing, or what stands under it is in use
     * @throws ChangedMeanwhile when the version is another
     * @throws UnknownEntry when it is not there
     */
    void move(EntryKey key, int version, Stage to, StaffId by);

    /**
     * Discards a draft, or an authority or a branch that nothing refers to.
     *
     * @throws UpkeepRefused when it is or was in use
     * @throws ChangedMeanwhile when the version is another
     * @throws UnknownEntry when it is not there
     */
    void discard(EntryKey key, int version, StaffId by);

    /** The whole register as CSV, fit for {@link #plan}; see {@link RegisterCsv}. */
    byte[] export();

    /**
     * What a file would do; does nothing.
     *
     * @throws CsvRefused when it cannot be read at all
     */
    ImportPlan plan(byte[] csv);

    /**
     * Does what a file says, all of it.
     *
     * @param revision of the plan that was shown
     * @return how many entries were added or changed
     * @throws ChangedMeanwhile when the register was changed since that plan
     * @throws CsvRefused when it cannot be read, or a row is faulty
     */
    int take(byte[] csv, long revision, StaffId by);
}
