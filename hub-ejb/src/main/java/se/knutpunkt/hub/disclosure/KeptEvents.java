package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.util.Optional;
import se.knutpunkt.hub.event.Subjects;

/** Events for staff who hold a refused one of the same id. */
@Local
public interface KeptEvents {

    /**
     * The kept event of a source's id, beside a refused one of the same source and id; noted in the access log. Its texts
     * are withheld when somebody it is about has protected personal data. Nobody's number is told, only whether it is the
     * same one.
     *
     * @param reader as the access log names the reader; a system manager, which the caller has made sure of
     * @param other who the refused event is about
     */
    Optional<KeptEvent> beside(String reader, String source, String externalId, Subjects other);
}
