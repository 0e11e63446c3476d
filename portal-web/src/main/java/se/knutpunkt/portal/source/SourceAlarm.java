package se.knutpunkt.portal.source;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.subscription.Subscriptions;
import se.knutpunkt.portal.page.Visitor;

/** Sources that are silent and subscriptions that are stopped, for the top of staff pages of those who can do something about it. */
@Named
@RequestScoped
public class SourceAlarm {
    @Inject
    SourceRegister sources;

    @Inject
    Visitor visitor;

    @EJB
    Subscriptions subscriptions;

    private @Nullable Integer silent;
    private @Nullable List<String> stopped;

    /** Silent sources in use; 0 for whoever is no system manager. Asked once a request. */
    public int getSilent() {
        if (silent == null) {
            silent = visitor.isSystemManager() ? sources.silent() : 0;
        }
        return silent;
    }

    /** Addresses of subscriptions that are stopped; none for whoever is no system manager. Asked once a request. */
    public List<String> getStopped() {
        if (stopped == null) {
            stopped = visitor.isSystemManager()
                    ? subscriptions.stopped().stream()
                            .map(code -> SourceWriter.address(code) + "/" + SubscriptionPages.PAGE)
                            .toList()
                    : List.of();
        }
        return stopped;
    }
}
