package se.knutpunkt.hub.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives every bean its clock, so that tests can set the time. */
@ApplicationScoped
public class ClockProducer {

    /** The clock of this machine, in UTC. */
    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }
}
