package se.knutpunkt.eforms.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.eforms.definition.FormVersion;

/** What the operator decides of hand-overs; read when the application starts, so that a bad value stops it there. */
@ApplicationScoped
public class HandoverSettings {

    private static final int MOST_DAYS = 3650;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_BASE_URL", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_HANDOVER_FILE_DAYS", defaultValue = "30")
    int fileDays;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (fileDays < 0 || fileDays > MOST_DAYS) {
            throw new IllegalArgumentException("KNUTPUNKT_HANDOVER_FILE_DAYS is not 0 to " + MOST_DAYS);
        }
    }

    /** So long the system may get the files after it has taken over. */
    Duration filesLast() {
        return Duration.ofDays(fileDays);
    }

    /** Where the JSON Schema of a form version is published. */
    public String schemaAddress(FormVersion form) {
        return baseUrl + "/api/v1/forms/" + form.slug() + "/" + form.number() + "/schema.json";
    }

    String fileAddress(Handover handover, String file) {
        return baseUrl + "/api/v1/handovers/" + handover.id() + "/files/" + file;
    }
}
