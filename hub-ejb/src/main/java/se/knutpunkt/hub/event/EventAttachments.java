package se.knutpunkt.hub.event;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.InputStream;
import se.knutpunkt.hub.file.FileTooLarge;
import se.knutpunkt.hub.register.SourceSystem;

/** Files that were announced with an event and come after it. */
@Local
public interface EventAttachments {

    /**
     * Takes the file of an attachment; it is kept for good when this returns. The same file again changes nothing and
     * answers the same.
     *
     * @param eventId the hub's own id of the event, or the source's
     * @param position of the attachment in the event, from 1
     * @param content read to its end, not closed
     * @param limit largest size taken, in bytes
     * @throws UnknownAttachment when the source has no such event, or that no such attachment
     * @throws OtherContent when the content is not what was announced, or than what came before; nothing is kept
     * @throws FileTooLarge when it is larger than the limit; nothing is kept
     * @throws IOException when the content cannot be read; nothing is kept
     */
    Arrived take(SourceSystem source, String eventId, int position, InputStream content, long limit) throws IOException;

    /** How many files a source has announced and not sent, but for those that staff no longer wait for. */
    AwaitedFiles awaited(String source);

    /**
     * A file that is kept.
     *
     * @param eventId the hub's own id of the event
     * @param size in bytes
     * @param repeated it was there before
     */
    record Arrived(String eventId, long size, boolean repeated) {}
}
