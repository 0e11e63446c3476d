package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Signals events as the demo source does: through the public door, with the key that demo mode wrote. */
final class SourceEvents {
    static final String FILE_TEXT = "Nämnden avslår ansökan.";

    private static final String TIME = "2026-11-20T12:05:00Z";

    private final Api api;

    SourceEvents(RunningLauncher launcher) {
        this.api = new Api(launcher);
    }

    /** The events of the pre-study's figure; those that the demo source has sent already change nothing. */
    void signalFigure() {
        try {
            signal(Api.BATCH, Files.readString(Path.of("src/main/resources/demo/figure-events.json")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** One event with a text file; the same headline again is the same event. */
    void signalWithFile(String caseNumber, String headline, String party, String file) {
        ObjectNode event = event(caseNumber, headline, party);
        data(event)
                .putArray("bilagor")
                .addObject()
                .put("namn", file)
                .put("mediatyp", "text/plain")
                .put("innehall", Base64.getEncoder().encodeToString(FILE_TEXT.getBytes(StandardCharsets.UTF_8)));
        signal(event);
    }

    /** An event of a case and a person, to be changed and signalled; the same headline is the same id. */
    ObjectNode event(String caseNumber, String headline, String party) {
        String id = "st-" + Integer.toHexString(headline.hashCode());
        ObjectNode event = Api.JSON
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:knutpunkt:exempel:provning")
                .put("type", "se.kommun.arende.handelse.v1")
                .put("time", TIME)
                .put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data")
                .put("kundhandelseId", id)
                .put("rubrik", headline)
                .put("beskrivning", "Första stycket.\n\nAndra stycket.")
                .put("sprak", "sv")
                .put("tidpunkt", TIME)
                .put("kundhandelseTyp", "ALVSTAD.KUL.PROV")
                .put("producentarendetKraverKundatgard", false)
                .put("producentarendetKlart", false)
                .put("version", "6.1")
                .put("arendetyp", "KUL")
                .put("neutralSammanfattning", "Något har hänt i ett ärende");
        ObjectNode part = data.putObject("part");
        part.putObject("kund").put("identifierare", party).put("typ", "Personnummer");
        part.putObject("arende").put("identifierare", caseNumber).put("typ", "Producentarendereferens");
        return event;
    }

    static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }

    /** Signals it; the hub's id of the event. */
    String signal(ObjectNode event) {
        return signal(Api.ONE, event.toString()).json().get("eventId").asText();
    }

    private Api.Answer signal(String contentType, String body) {
        Api.Answer answer = api.post(contentType, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
