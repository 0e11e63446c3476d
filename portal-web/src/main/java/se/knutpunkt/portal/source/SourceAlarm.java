package se.knutpunkt.portal.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.portal.page.Visitor;

/** How many sources are silent, for the top of staff pages of those who can do something about it. */
@Named
@RequestScoped
public class SourceAlarm {
    @Inject
    SourceRegister sources;

    @Inject
    Visitor visitor;

    private @Nullable Integer silent;

    /** Silent sources in use; 0 for whoever is no system manager. Asked once a request. */
    public int getSilent() {
        if (silent == null) {
            silent = visitor.isSystemManager() ? sources.silent() : 0;
        }
        return silent;
    }
}
