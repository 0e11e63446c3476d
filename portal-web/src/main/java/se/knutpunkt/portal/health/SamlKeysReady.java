package se.knutpunkt.portal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.knutpunkt.hub.login.SamlKeyFiles;
import se.knutpunkt.hub.login.SamlKeyState;

/**
 * Says where the roll-over of the SAML keys stands. Always up: a folder that cannot be read is for the operator to mend,
 * while the portal goes on with the keys it knows.
 */
@Readiness
@ApplicationScoped
public class SamlKeysReady implements HealthCheck {

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_KEYS_DIR")
    String folder;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("saml-keys");
        try {
            SamlKeyState state = SamlKeyFiles.in(Path.of(folder)).state();
            answer.withData("stage", state.stage().name()).withData("generation", state.current());
            if (state.stage() != SamlKeyState.Stage.SETTLED) {
                answer.withData("next-step-from", state.nextStepFrom().toString());
            }
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            answer.withData("stage", "UNREADABLE");
        }
        return answer.up().build();
    }
}
