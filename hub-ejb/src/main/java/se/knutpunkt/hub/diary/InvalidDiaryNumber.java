package se.knutpunkt.hub.diary;

import java.io.Serial;

/** What was typed cannot be a diary number. */
public final class InvalidDiaryNumber extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidDiaryNumber() {
        super("not a diary number");
    }
}
