package se.knutpunkt.hub.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.vault.Vault;

/** Seals what a letter holds, and opens it. */
@ApplicationScoped
public class LetterSeals {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "dead_letter.document";
    private static final String FAULTS = "dead_letter.faults";
    private static final String DRAFT = "dead_letter.draft";
    private static final String STEP = "dead_letter_step.document";
    private static final String NOTE = "dead_letter_step.note";
    private static final String REASON = "dead_letter_work.reason";
    private static final String SAME = "dead_letter.same";

    @Inject
    Vault vault;

    byte[] document(String plain) {
        return vault.seal(plain, DOCUMENT);
    }

    String document(byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(sealed, DOCUMENT);
    }

    byte @Nullable [] draft(@Nullable String plain) {
        return plain == null ? null : vault.seal(plain, DRAFT);
    }

    @Nullable
    String draft(byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(sealed, DRAFT);
    }

    byte @Nullable [] step(@Nullable String plain) {
        return plain == null ? null : vault.seal(plain, STEP);
    }

    String step(byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(sealed, STEP);
    }

    byte @Nullable [] note(@Nullable String plain) {
        return plain == null || plain.isEmpty() ? null : vault.seal(plain, NOTE);
    }

    String note(byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(sealed, NOTE);
    }

    byte @Nullable [] reason(@Nullable String plain) {
        return plain == null ? null : vault.seal(plain, REASON);
    }

    String reason(byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(sealed, REASON);
    }

    byte[] faults(List<LetterFault> faults) {
        ArrayNode all = JSON.createArrayNode();
        faults.forEach(fault -> all.addObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
        return vault.seal(all.toString(), FAULTS);
    }

    List<LetterFault> faults(byte @Nullable [] sealed) {
        List<LetterFault> faults = new ArrayList<>();
        if (sealed != null) {
            for (JsonNode fault : read(vault.open(sealed, FAULTS))) {
                faults.add(new LetterFault(
                        fault.path("pointer").asText(), fault.path("detail").asText()));
            }
        }
        return faults;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("we wrote it", impossible);
        }
    }

    /** Equal for the same event refused for the same reason; keyed, so that a dump can't be searched for a guess. */
    byte[] same(String source, NewLetter letter) {
        return vault.hashOfToken(
                String.join("\n", source, letter.kind().name(), letter.externalId(), letter.document()), SAME);
    }
}
