package se.knutpunkt.server;

/**
 * The launcher can't start as asked, and the person who asked can do something about it.
 *
 * <p>The message is one line in Swedish for that person; the process ends with exit code 2.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
