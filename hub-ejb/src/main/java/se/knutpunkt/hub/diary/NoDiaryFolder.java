package se.knutpunkt.hub.diary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** No diary folder is configured, so nothing can be exported. */
@ApplicationException(rollback = true)
public class NoDiaryFolder extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoDiaryFolder() {
        super("KNUTPUNKT_DIARY_DIR is not configured");
    }
}
