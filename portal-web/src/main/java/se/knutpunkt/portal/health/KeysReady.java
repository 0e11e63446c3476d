package se.knutpunkt.portal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;

/** Ready when the keys seal and open again. */
@Readiness
@ApplicationScoped
public class KeysReady implements HealthCheck {

    private static final String CONTEXT = "health.check";

    @Inject
    Vault vault;

    @Override
    public HealthCheckResponse call() {
        try {
            boolean opens = vault.open(vault.seal("ready", CONTEXT), CONTEXT).equals("ready");
            return HealthCheckResponse.named("keys").status(opens).build();
        } catch (SealBroken broken) {
            return HealthCheckResponse.down("keys");
        }
    }
}
