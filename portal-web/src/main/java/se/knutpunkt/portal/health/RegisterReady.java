package se.knutpunkt.portal.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.knutpunkt.hub.register.CaseTypes;

/** Ready when the register of authorities and case types is loaded: without it every form and event is refused. */
@Readiness
@ApplicationScoped
public class RegisterReady implements HealthCheck {

    @Inject
    CaseTypes caseTypes;

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("register")
                    .status(!caseTypes.all().isEmpty())
                    .build();
        } catch (EJBException unreadable) {
            return HealthCheckResponse.down("register");
        }
    }
}
