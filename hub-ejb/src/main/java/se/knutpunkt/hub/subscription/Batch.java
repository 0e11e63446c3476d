package se.knutpunkt.hub.subscription;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import se.knutpunkt.hub.delivery.Message;
import se.knutpunkt.hub.disclosure.SystemEvent;

/**
 * Events that are sent together.
 *
 * @param events how many of those that were to be sent it holds, from the first
 */
record Batch(Message message, int events) {
    /** A receiver need take no larger body, but for a single event that is larger. */
    static final int MOST_BYTES = 1_000_000;

    /** As many of the events as go into one body; the same events give the same id. */
    static Batch of(List<SystemEvent> events) {
        StringJoiner body = new StringJoiner(",", "[", "]");
        int bytes = 0;
        int count = 0;
        for (SystemEvent event : events) {
            String json = CloudEvents.of(event).toString();
            bytes += json.getBytes(StandardCharsets.UTF_8).length + 1;
            if (count > 0 && bytes > MOST_BYTES) {
                break;
            }
            body.add(json);
            count++;
        }
        String id = "c-" + events.get(0).number() + "-" + events.get(count - 1).number();
        return new Batch(new Message(id, CloudEvents.BATCH, body.toString().getBytes(StandardCharsets.UTF_8)), count);
    }
}
