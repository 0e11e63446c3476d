package se.knutpunkt.hub.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What timers run. */
public final class Repeatedly {
    private static final Logger LOG = System.getLogger(Repeatedly.class.getName());

    private Repeatedly() {}

    /**
     * Runs the work of a timer that comes again. A fault is logged and waits for the next time: the container takes a timer
     * away for good when it has failed twice, as it does while the database is away for some seconds.
     *
     * @param what for the log; without personal data
     */
    public static void run(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, what + " failed and is tried again the next time", fault);
        }
    }
}
