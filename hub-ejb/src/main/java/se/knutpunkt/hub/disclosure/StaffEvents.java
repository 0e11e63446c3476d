package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.file.StoredFile;

/**
 * Somebody's events for staff, who have typed the person's number and said why. All but {@link #begin} answer empty when the
 * look-up is over, belongs to another login, or the reader does not have the ground any more.
 *
 * <p>A person with protected personal data is, to all but the few, as a person without events and as a number that nobody
 * has: the same statements, the same answer.
 */
@Local
public interface StaffEvents {

    /** The grounds by which the reader can look now; empty for someone who has none. */
    List<LookGround> grounds(StaffReader reader);

    /**
     * Begins a look-up, which lasts twenty minutes for this login. No party is made of a number that nobody has.
     *
     * @return a random token for the address, of 43 URL-safe characters
     */
    String begin(StaffReader reader, LookUp lookUp);

    /**
     * A page of 20 of the person's events, each noted in the access log.
     *
     * @param ground key of one of the reader's grounds
     * @param before cursor of the page before; null for the newest
     * @throws InvalidCursor when {@code before} is none
     */
    Optional<StaffPage> page(StaffReader reader, String token, String ground, @Nullable String before);

    /** One event; empty too when the reader may not read it. */
    Optional<StaffEvent> open(StaffReader reader, String token, String ground, String eventId);

    /** A case with the person's events in it; empty too when the reader may read none of them. */
    Optional<StaffCase> openCase(StaffReader reader, String token, String ground, String caseId);

    /** A file of an event without its content; empty too when the reader may not read it. */
    Optional<StoredFile> attachment(StaffReader reader, String token, String ground, String eventId, int place);

    /**
     * Writes the content of a file that {@link #attachment} has just told of.
     *
     * @throws IOException when {@code out} fails
     */
    void write(StoredFile file, OutputStream out) throws IOException;

    /** Whether the look-up lives for this login; tells apart what is over from what may not be seen. */
    boolean lives(StaffReader reader, String token);
}
