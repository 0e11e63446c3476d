package se.knutpunkt.hub.diary;

/** Internal id of one document waiting for, or handled by, the registrar. */
public record DiaryItemId(long value) {

    public DiaryItemId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id of a diary item is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
