package se.knutpunkt.portal.health;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.knutpunkt.hub.representation.RegisterAge;

/**
 * How many hours old the data of the population register are, and whether guardians are closed because of it. Always up:
 * an old register closes one view, and is no reason to send nobody here.
 */
@Readiness
@ApplicationScoped
public class GuardiansConfirmed implements HealthCheck {

    @EJB
    RegisterAge register;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        try {
            HealthCheckResponseBuilder answer = HealthCheckResponse.named("population-register")
                    .withData("closed", register.stale() > 0)
                    .up();
            register.heard()
                    .ifPresent(heard -> answer.withData(
                            "hours", Duration.between(heard, clock.instant()).toHours()));
            return answer.build();
        } catch (EJBException unreadable) {
            // the database has a check of its own
            return HealthCheckResponse.up("population-register");
        }
    }
}
