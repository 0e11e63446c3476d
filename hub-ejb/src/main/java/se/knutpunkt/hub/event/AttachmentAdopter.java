package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;

/** The one transaction of a file that has come. */
@Stateless
public class AttachmentAdopter {

    @Inject
    Database database;

    @EJB
    Files files;

    /** Gives a staged file to its attachment; false when that has one. */
    public boolean adopt(long eventId, int position, FileId file) {
        int given = database.update(
                "UPDATE case_event_attachment SET file_id = ? WHERE event_id = ? AND position = ?"
                        + " AND file_id IS NULL",
                file.value(),
                eventId,
                position);
        if (given == 0) {
            return false;
        }
        files.adopt(file, new FileOwner(EventWriter.FILE_OWNER, eventId));
        database.update("DELETE FROM event_attachment_awaited WHERE event_id = ? AND position = ?", eventId, position);
        return true;
    }
}
