package se.knutpunkt.hub.diary;

import jakarta.ejb.Local;

/** The documents that wait for the registrar, and what became of them. */
@Local
public interface Diary {

    /**
     * Puts a document in the registrar's queue, inside the caller's transaction.
     *
     * @return the id of the new item, in state waiting
     */
    DiaryItemId enqueue(NewDiaryItem item);
}
