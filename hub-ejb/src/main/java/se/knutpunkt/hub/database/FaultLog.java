package se.knutpunkt.hub.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a job that runs every second says when it fails. What passes by itself is quiet; any other fault is a warning, the
 * first time and then once a minute, so that it is neither missed nor fills the log.
 */
public final class FaultLog {
    static final int EVERY = 60;

    private final Logger log;
    private final String message;
    private final AtomicInteger faults = new AtomicInteger();

    /**
     * Speaks to a log.
     *
     * @param message what could not be done; without personal data
     */
    public FaultLog(Logger log, String message) {
        this.log = log;
        this.message = message;
    }

    /** The job failed this time. */
    public void failed(RuntimeException fault) {
        if (DatabaseFailure.isPassing(fault)) {
            log.log(Level.DEBUG, message, fault);
        } else if (faults.getAndIncrement() % EVERY == 0) {
            log.log(Level.WARNING, message, fault);
        }
    }

    /** The job did what it should. */
    public void worked() {
        faults.set(0);
    }
}
