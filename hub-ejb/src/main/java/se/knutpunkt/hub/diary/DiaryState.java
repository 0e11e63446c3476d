package se.knutpunkt.hub.diary;

/** Where a document is on its way into the diary. */
public enum DiaryState {
    /** Nobody has handled it. */
    WAITING,
    /** Its package lies in the diary folder; the diary has not answered with a number yet. */
    EXPORTED,
    /** It has a diary number. */
    REGISTERED,
    /** Found obviously of minor importance, so that it need not be registered (OSL 5 kap. 1 §). */
    NOT_NEEDED
}
