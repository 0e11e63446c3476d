package se.knutpunkt.portal.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.source.SourceState;

/**
 * Names the source systems that are silent longer than their rhythm. Always up: a source that says nothing is no reason to
 * send nobody here.
 */
@Readiness
@ApplicationScoped
public class SourcesHeard implements HealthCheck {

    @Inject
    SourceRegister sources;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        try {
            // how many only: anybody may ask, and the metrics name them to those who may
            long silent = sources.all().stream()
                    .filter(source -> source.state(clock.instant()) == SourceState.SILENT)
                    .count();
            return HealthCheckResponse.named("sources")
                    .withData("silent", silent)
                    .up()
                    .build();
        } catch (EJBException unreadable) {
            // the database has a check of its own
            return HealthCheckResponse.up("sources");
        }
    }
}
