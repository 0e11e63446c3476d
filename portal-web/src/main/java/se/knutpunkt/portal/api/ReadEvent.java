package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.IncomingEvent;

/**
 * One event as a door read it.
 *
 * @param id the sender's own id, as far as it can be read; else empty
 * @param document the event as a CloudEvent in JSON, whatever form it came in
 * @param event the event; null when it does not follow the contract
 * @param problem what is wrong with it; null when nothing is
 * @param root where in the document the problem's pointers begin; empty for its root
 * @param partial whether the document leaves out something that was sent
 */
record ReadEvent(
        String id,
        JsonNode document,
        @Nullable IncomingEvent event,
        @Nullable Problem problem,
        String root,
        boolean partial) {

    /** Reads a CloudEvent by {@link EventReader}. */
    static ReadEvent of(JsonNode document, LocalDate today) {
        String id = EventReader.idOf(document, today);
        try {
            return new ReadEvent(id, document, EventReader.read(document, today), null, "", false);
        } catch (ProblemException wrong) {
            return new ReadEvent(id, document, null, wrong.problem(), "", false);
        }
    }

    /**
     * Reads the data of an event that came without an envelope.
     *
     * @param origin the {@code source} of the envelope that is put around it
     */
    static ReadEvent ofData(ObjectNode data, String origin, LocalDate today, Faults faults) {
        JsonNode given = data.path("kundhandelseId");
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("specversion", "1.0");
        document.set("id", given.isMissingNode() ? NullNode.instance : given);
        document.put("source", origin).put("type", "se.kommun.arende.handelse.v1");
        document.set("data", data);
        String id = EventReader.idOf(document, today);
        // what is wrong before the data is read, such as a cell too many, has no place in it
        boolean partial = faults.any();
        try {
            return new ReadEvent(id, document, EventReader.readData(data, today, faults), null, "/data", partial);
        } catch (ProblemException wrong) {
            return new ReadEvent(id, document, null, wrong.problem(), "/data", partial);
        }
    }
}
