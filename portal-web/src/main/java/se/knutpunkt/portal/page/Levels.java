package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.AssuranceUris;

/** Which levels of assurance count here, by the operator's {@code KNUTPUNKT_SAML_LEVELS}. */
@ApplicationScoped
public class Levels {
    private List<String> accepted = List.of();
    private AssuranceLevel lowest = AssuranceLevel.LOA4;

    @Inject
    void configure(@ConfigProperty(name = "KNUTPUNKT_SAML_LEVELS", defaultValue = "loa3") String configured) {
        try {
            accepted = AssuranceUris.parse(configured);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("KNUTPUNKT_SAML_LEVELS: " + unknown.getMessage(), unknown);
        }
        lowest = accepted.stream()
                .flatMap(uri -> AssuranceUris.level(uri).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Makes the bean when the portal starts: a bad value is to stop the start, not the first login. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
        // configuring it was all
    }

    /** What Mina sidor and every page that names no level of its own need: the lowest of those accepted. */
    public AssuranceLevel usual() {
        return lowest;
    }

    /** URIs to ask a provider for when a page needs a level. */
    public Set<String> asked(AssuranceLevel need) {
        return AssuranceUris.asked(need, accepted);
    }
}
