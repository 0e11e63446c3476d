package se.knutpunkt.hub.vault;

import org.jspecify.annotations.Nullable;

/** The key folder belongs to another database: nothing could be opened or found. The start must stop. */
public class WrongKeys extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongKeys(@Nullable Throwable cause) {
        super("The keys in KNUTPUNKT_KEYS_DIR are not those this database was sealed with", cause);
    }
}
