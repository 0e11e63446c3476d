package se.knutpunkt.eforms.handover;

import jakarta.ejb.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.submission.SubmittedForm;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;

/** The hand-overs, for staff and for the systems that take them over. Callers check role and key. */
@Local
public interface Handovers {

    /** The newest first; one more than {@link HandoverQuery#PAGE} when there are further ones. */
    List<Handover> list(HandoverQuery query);

    /** How many are in each state; states without any are left out. */
    Map<HandoverState, Long> counts();

    /** How many somebody should look at: not done, and their time is out. */
    int overdue();

    /** A hand-over by its public id. */
    Optional<Handover> find(String id);

    /** What happened with it, the newest first. */
    List<HandoverStep> steps(Handover handover);

    /** What was sent, for a registrar; the look is logged. */
    Optional<SubmittedForm> content(Handover handover, StaffId who, Locale locale);

    /** Sends it again from the beginning; whether it could be. */
    boolean sendAgain(String id, StaffId by);

    /**
     * Sends what was given up again, at most 500, the oldest first.
     *
     * @param form last part of a form's address; null for all
     * @param source code of a system; null for all
     * @return how many are sent
     */
    int sendGivenUpAgain(@Nullable String form, @Nullable String source, StaffId by);

    /**
     * Takes it back from the system and puts it in the registrar's queue.
     *
     * @param reason why, 3 to 500 characters; stored sealed
     * @return whether it could be; false when it is taken over or taken back already
     */
    boolean takeBack(String id, String reason, StaffId by);

    /**
     * The system tells its case number.
     *
     * @param source code of the system that tells
     */
    Told tell(String source, String id, String caseNumber);

    /** What came of a told case number. */
    enum Told {
        /** It is taken over, now or before by the same number. */
        TAKEN,
        /** It is taken over by another number, or the number is another case's. */
        CONFLICT,
        /** The system has no such hand-over. */
        UNKNOWN
    }

    /**
     * A file of a hand-over, without its content.
     *
     * @param source code of the system that asks
     * @return empty when the system has no such hand-over any longer, or it no such file
     */
    Optional<StoredFile> file(String source, String id, String fileId);

    /**
     * Writes the content of a file that {@link #file} has found; the look is logged.
     *
     * @throws IOException when {@code out} fails
     */
    void writeFile(String source, String id, StoredFile file, OutputStream out) throws IOException;
}
