package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.References;

/** Reads {@code referenser}, {@code utokadInformation} and {@code taggar}. */
final class ReferencesReader {

    private static final int LONGEST_INFORMATION = 20_000;
    private static final int MOST_TAGS = 100;
    private static final TextForm TAG = TextForm.line(100);

    private final Faults faults;
    private @Nullable String link;
    private @Nullable String diaryNumber;
    private final @Nullable ObjectNode information;
    private final List<String> tags = new ArrayList<>();

    ReferencesReader(ObjectReader data, Faults faults, LocalDate today) {
        this.faults = faults;
        data.child("referenser").ifPresent(references -> {
            link = references.optional("lank", TextForm.line(2000)).orElse(null);
            if (link != null && !isHttps(link)) {
                references.fault("lank", "The link is an absolute https address.");
            }
            diaryNumber = EventReader.openText(
                            references, "diarienummer", references.optional("diarienummer", TextForm.line(100)), today)
                    .orElse(null);
            references.refuseOthers();
        });
        information = information(data);
        data.member("taggar").ifPresent(node -> tags(data, node));
    }

    /** What was read; the diary number of the source is kept with the free information. */
    References read() {
        ObjectNode kept = information;
        if (diaryNumber != null) {
            kept = kept == null ? JsonNodeFactory.instance.objectNode() : kept.deepCopy();
            kept.putObject("referenser").put("diarienummer", diaryNumber);
        }
        return new References(link, kept == null ? null : kept.toString(), tags);
    }

    private @Nullable ObjectNode information(ObjectReader data) {
        Optional<JsonNode> node = data.member("utokadInformation");
        if (node.isEmpty()) {
            return null;
        }
        if (!(node.get() instanceof ObjectNode object)) {
            data.fault("utokadInformation", "The value is an object.");
            return null;
        }
        if (object.toString().length() > LONGEST_INFORMATION) {
            data.fault("utokadInformation", "The object has at most " + LONGEST_INFORMATION + " characters.");
        }
        texts(object, data.at("utokadInformation"));
        return object;
    }

    /** Free in its members, but its texts reach people too. */
    private void texts(JsonNode node, String pointer) {
        if (node.isTextual()) {
            TextForm.prose(LONGEST_INFORMATION)
                    .wrong(node.textValue())
                    .ifPresent(detail -> faults.add(pointer, detail));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), pointer + "/" + i);
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (TAG.wrong(name).isPresent()) {
                faults.add(pointer, "The names of members are one line of 1 to 100 characters.");
            }
            texts(node.get(name), pointer + "/" + TextForm.printable(name));
        }
    }

    private void tags(ObjectReader data, JsonNode node) {
        if (!node.isArray() || node.size() > MOST_TAGS) {
            data.fault("taggar", "The value is an array of at most " + MOST_TAGS + " strings.");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode tag = node.get(i);
            Optional<String> wrong =
                    tag.isTextual() ? TAG.wrong(tag.textValue()) : Optional.of("The value is a string.");
            String pointer = data.at("taggar") + "/" + i;
            wrong.ifPresent(detail -> faults.add(pointer, detail));
            tags.add(tag.asText());
        }
    }

    private static boolean isHttps(String link) {
        try {
            URI uri = new URI(link);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
