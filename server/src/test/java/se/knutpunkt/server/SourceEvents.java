package se.knutpunkt.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signals events as the demo source does: through the public door, with the key that demo mode wrote. */
final class SourceEvents {
    static final String FILE_TEXT = "Nämnden avslår ansökan.";

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningLauncher launcher;

    SourceEvents(RunningLauncher launcher) {
        this.launcher = launcher;
    }

    /** One event; the same text again is the same event. */
    void signal(String caseType, String caseNumber, String headline, String party, @Nullable String concerns) {
        send(event(caseType, caseNumber, headline, party, concerns));
    }

    /** One event with a text file. */
    void signalWithFile(String caseType, String caseNumber, String headline, String party, String file) {
        ObjectNode event = event(caseType, caseNumber, headline, party, null);
        ((ObjectNode) event.get("data"))
                .putArray("bilagor")
                .addObject()
                .put("namn", file)
                .put("mediatyp", "text/plain")
                .put("innehall", Base64.getEncoder().encodeToString(FILE_TEXT.getBytes(StandardCharsets.UTF_8)));
        send(event);
    }

    private static ObjectNode event(
            String caseType, String caseNumber, String headline, String party, @Nullable String concerns) {
        String id = "st-" + Integer.toHexString(headline.hashCode());
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:knutpunkt:exempel:provning")
                .put("type", "se.kommun.arende.handelse.v1")
                .put("time", "2026-11-20T12:05:00Z")
                .put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data")
                .put("kundhandelseId", id)
                .put("rubrik", headline)
                .put("beskrivning", "Första stycket.\n\nAndra stycket.")
                .put("sprak", "sv")
                .put("tidpunkt", "2026-11-20T12:05:00Z")
                .put("kundhandelseTyp", "ALVSTAD." + caseType + ".PROV")
                .put("producentarendetKraverKundatgard", false)
                .put("producentarendetKlart", false)
                .put("version", "6.1")
                .put("arendetyp", caseType)
                .put("neutralSammanfattning", "Något har hänt i ett ärende");
        if (concerns != null) {
            data.putObject("beror").put("identifierare", concerns).put("typ", "Personnummer");
        }
        ObjectNode part = data.putObject("part");
        part.putObject("kund").put("identifierare", party).put("typ", "Personnummer");
        part.putObject("arende").put("identifierare", caseNumber).put("typ", "Producentarendereferens");
        return event;
    }

    private void send(ObjectNode event) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(launcher.address().resolve("/api/v1/events"))
                                    .header("Content-Type", "application/cloudevents+json")
                                    .header("Authorization", "Bearer " + key())
                                    .POST(HttpRequest.BodyPublishers.ofString(event.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private String key() throws IOException {
        JsonNode keys =
                JSON.readTree(Files.readString(launcher.data().resolve("demo").resolve("source-keys.json")));
        return keys.elements().next().asText();
    }
}
