package se.knutpunkt.hub.diary;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;

/**
 * The documents that wait for the registrar, and what became of them. Callers check the role; each look and each step
 * is logged here.
 */
@Local
public interface Diary {

    /**
     * Puts a document in the registrar's queue, inside the caller's transaction.
     *
     * @return the id of the new item, in state waiting
     */
    DiaryItemId enqueue(NewDiaryItem item);

    /**
     * A page of the queue, newest received first.
     *
     * @throws InvalidDiaryCursor when {@code before} is no cursor of the list
     */
    DiaryPage list(StaffId who, DiaryQuery query);

    /** How many documents are in each state, every state included. */
    Map<DiaryState, Long> counts(@Nullable String authority);

    /**
     * Opens a document.
     *
     * @throws UnknownDiaryItem when there is none by the id
     */
    Dossier open(StaffId who, DiaryItemId id);

    /**
     * A file of a document, without its content.
     *
     * @throws UnknownDiaryItem when the document has no such file
     */
    StoredFile file(DiaryItemId id, FileId file);

    /**
     * Writes the content of a file of a document.
     *
     * @throws UnknownDiaryItem when the document has no such file
     * @throws IOException when {@code out} fails
     */
    void writeFile(StaffId who, DiaryItemId id, FileId file, OutputStream out) throws IOException;

    /** Whether there is a diary folder to export to. */
    boolean exports();

    /**
     * Asks for the packages of documents that wait or were exported before; they are written to the diary folder after
     * commit, and again until it succeeds.
     *
     * @throws UnknownDiaryItem when one does not exist
     * @throws DiaryItemChanged when one has been registered or found not to need it
     * @throws NoDiaryFolder when there is no folder
     */
    void export(StaffId who, List<DiaryItemId> ids);

    /**
     * Enters the diary number and tells the citizen by a case event, in one transaction.
     *
     * @throws UnknownDiaryItem when there is none by the id
     * @throws DiaryItemChanged when it has been registered or found not to need it
     */
    void register(StaffId who, DiaryItemId id, DiaryNumber number);

    /**
     * Finds that documents are obviously of minor importance and need not be registered (OSL 5 kap. 1 §).
     *
     * @param reason why, in words, 3 to 500 characters; stored sealed
     * @throws IllegalArgumentException when the reason is shorter or longer
     * @throws UnknownDiaryItem when one does not exist
     * @throws DiaryItemChanged when one has been registered or found not to need it
     */
    void notNeeded(StaffId who, List<DiaryItemId> ids, String reason);

    /**
     * Takes back the diary number, with a correcting case event, or the finding that none is needed.
     *
     * @throws UnknownDiaryItem when one does not exist
     * @throws DiaryItemChanged when there is nothing to take back
     * @throws UndoTooLate when more than {@link UndoLimit} has passed
     */
    void undo(StaffId who, List<DiaryItemId> ids);
}
