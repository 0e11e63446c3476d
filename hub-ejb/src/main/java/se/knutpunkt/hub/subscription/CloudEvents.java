package se.knutpunkt.hub.subscription;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.hub.disclosure.SystemEvent;
import se.knutpunkt.hub.event.Replacement;

/** Events as other systems get them: CloudEvents 1.0 with the members of kundhändelse 6.1, the same asked for or told. */
public final class CloudEvents {
    /** Media type of one. */
    public static final String ONE = "application/cloudevents+json";

    /** Media type of several. */
    public static final String BATCH = "application/cloudevents-batch+json";

    private static final String TYPE = "se.kommun.arende.handelse.v1";

    private CloudEvents() {}

    /** One event. */
    public static ObjectNode of(SystemEvent event) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", event.eventId())
                .put("source", "urn:knutpunkt:kalla:" + URLEncoder.encode(event.source(), StandardCharsets.UTF_8))
                .put("type", TYPE)
                .put("subject", event.caseId())
                .put("time", event.occurredAt().toString())
                .put("datacontenttype", "application/json");
        ObjectNode data = json.putObject("data")
                .put("kundhandelseId", event.externalId())
                .put("rubrik", event.headline())
                .put("beskrivning", event.description())
                .put("sprak", event.language())
                .put("tidpunkt", event.occurredAt().toString())
                .put("kundhandelseTyp", event.type())
                .put("producentarendetKraverKundatgard", event.needsAction())
                .put("producentarendetKlart", event.done())
                .put("arendetyp", event.caseType())
                .put("myndighet", event.authority())
                .put("arendeId", event.caseId())
                .put("neutralSammanfattning", event.summary())
                .put("diariehandelse", event.diaryEvent())
                .put("visasForMedborgaren", event.shownToCitizen())
                .put("antalBilagor", event.attachments())
                .put("antalUndantagnaBilagor", event.withheld())
                .put("mottagen", event.takenAt().toString());
        if (event.mainCaseNumber() != null) {
            data.put("huvudarende", event.mainCaseNumber());
        }
        if (event.link() != null) {
            data.putObject("referenser").put("lank", event.link());
        }
        Replacement replaces = event.replaces();
        if (replaces != null) {
            data.putObject("ersatter")
                    .put("kundhandelseId", replaces.externalId())
                    .put("satt", replaces.kind() == Replacement.Kind.WITHDRAWAL ? "ATERKALLELSE" : "RATTELSE")
                    .put("tidpunkt", replaces.decidedAt().toString());
        }
        data.putObject("part")
                .putObject("arende")
                .put("identifierare", event.caseNumber())
                .put("typ", "Producentarendereferens");
        return json;
    }
}
