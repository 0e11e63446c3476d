package se.knutpunkt.portal.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.handover.Handovers;
import se.knutpunkt.portal.page.Visitor;

/** How many hand-overs are overdue, for the top of staff pages of those who can do something about it. */
@Named
@RequestScoped
public class HandoverAlarm {
    @Inject
    Handovers handovers;

    @Inject
    Visitor visitor;

    private @Nullable Integer overdue;

    /** Overdue hand-overs; 0 for whoever may not see them. Asked once a request. */
    public int getOverdue() {
        if (overdue == null) {
            overdue = visitor.isRegistrar() || visitor.isSystemManager() ? handovers.overdue() : 0;
        }
        return overdue;
    }
}
