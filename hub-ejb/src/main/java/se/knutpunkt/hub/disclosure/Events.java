package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import se.knutpunkt.hub.file.StoredFile;

/** Single events, cases and their files, for one reader. What may not be seen answers as what does not exist. */
@Local
public interface Events {

    /** Shows an event, marks it read and writes the access log; empty when there is none for the reader. */
    Optional<EventDetail> open(Viewer.Citizen reader, String eventId);

    /** A file of an event without its content; empty when there is none for the reader. */
    Optional<StoredFile> attachment(Viewer.Citizen reader, String eventId, int position);

    /**
     * Writes the content of a file of an event and notes it in the access log.
     *
     * @return false when there is none for the reader; nothing is written then
     * @throws IOException when {@code out} fails
     */
    boolean writeAttachment(Viewer.Citizen reader, String eventId, int position, OutputStream out) throws IOException;

    /**
     * Whether the reader may have a file on a condition only (OSL 10:4), which is to be read before it: {@link EventDetail}
     * tells it.
     */
    boolean isReserved(Viewer.Citizen reader, String eventId, int place);

    /** A case with its events; empty when the reader may see none of them. */
    Optional<CaseView> openCase(Viewer.Citizen reader, String caseId);
}
