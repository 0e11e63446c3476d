package se.knutpunkt.portal.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.time.Repeatedly;
import se.knutpunkt.portal.api.EventFiles;

/** Looks into the folder of files every few seconds, on every node; a file is taken by one of them. */
@Singleton
@Startup
@DependsOn("HubStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxTimer {

    @Inject
    InboxFolder folder;

    @Inject
    EventFiles files;

    @Inject
    SourceSystems sources;

    @Inject
    Clock clock;

    private final AtomicBoolean looking = new AtomicBoolean();
    private Inbox inbox;

    @PostConstruct
    void open() {
        inbox = new Inbox(clock, files);
    }

    /** A look that finds the last one still at work with a large file leaves it to that. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        if (folder.path().isEmpty() || !looking.compareAndSet(false, true)) {
            return;
        }
        try {
            Repeatedly.run("The look into the folders of files", this::lookIntoAll);
        } finally {
            looking.set(false);
        }
    }

    private void lookIntoAll() {
        Path root = folder.path().orElseThrow();
        for (SourceSystem source : sources.all()) {
            Repeatedly.run(
                    "The look into the folder of " + source.code(),
                    () -> inbox.look(source, root.resolve(source.code())));
        }
    }
}
