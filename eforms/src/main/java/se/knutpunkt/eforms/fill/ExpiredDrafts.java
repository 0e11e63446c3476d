package se.knutpunkt.eforms.fill;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.time.Repeatedly;

/**
 * Deletes drafts whose time is out, and keeps the files of the living ones staged. Runs on every node, which does no
 * harm, and at start, so that no file is swept because the product was down for a day.
 */
@Singleton
@Startup
@DependsOn("HubStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiredDrafts {

    private static final int AT_ONCE = 100;
    private static final Duration KEPT_FOR = Duration.ofHours(6);

    /** As long as the store keeps what never became whole, and a little more. */
    private static final Duration KEPT_BROKEN = Duration.ofHours(25);

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    DraftFileTable rows;

    @EJB
    Files files;

    /** Runs once at deployment. */
    @PostConstruct
    void start() {
        keepFiles();
    }

    /** Every hour: the drafts of which the last change is 30 days old, and the files that others still need. */
    @Schedule(hour = "*", minute = "7", persistent = false)
    public void sweep() {
        Repeatedly.run("The sweep of drafts", this::deleteExpired);
        Repeatedly.run("The sweep of broken uploads", () -> rows.removeBroken(KEPT_BROKEN));
        Repeatedly.run("The keeping of drafts' files", this::keepFiles);
    }

    /** A draft's own files leave the store a day after nobody keeps them. */
    private void deleteExpired() {
        Instant now = clock.instant();
        int deleted;
        do {
            deleted = database.update(
                    "DELETE FROM draft WHERE sent_at IS NULL AND expires_at <= ? LIMIT ?", now, AT_ONCE);
        } while (deleted == AT_ONCE);
    }

    private void keepFiles() {
        Instant now = clock.instant();
        Instant due = now.minus(KEPT_FOR);
        List<String> ids;
        do {
            ids = database.query(
                    "SELECT file_id FROM draft_file WHERE kept_at < ? AND arriving_field IS NULL"
                            + " ORDER BY kept_at LIMIT ?",
                    row -> row.text("file_id"),
                    due,
                    AT_ONCE);
            for (String id : ids) {
                files.keepStaged(new FileId(id));
                database.update("UPDATE draft_file SET kept_at = ? WHERE file_id = ?", now, id);
            }
        } while (ids.size() == AT_ONCE);
    }
}
