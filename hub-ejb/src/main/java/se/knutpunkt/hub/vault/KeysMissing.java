package se.knutpunkt.hub.vault;

import org.jspecify.annotations.Nullable;

/** The key folder lacks a key file or holds a damaged or wrong one: the start must stop. */
public class KeysMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeysMissing(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
