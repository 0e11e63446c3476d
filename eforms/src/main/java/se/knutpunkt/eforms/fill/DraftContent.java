package se.knutpunkt.eforms.fill;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.knutpunkt.eforms.field.FieldError;

/**
 * What a draft holds. What is wrong with it is worked out anew each time it is shown, from what was typed.
 *
 * @param typed raw values by field id, exactly as typed; for a field of files its files
 * @param asked by page id the fields that were on the page when the filler last went on from it: only for these is a
 *     missing answer an error yet
 * @param refused why the last file sent for a field was refused
 * @param hidden fields that the filler answered and that later answers hid: these are kept until the filler has been told
 *     and goes on
 */
record DraftContent(
        Map<String, List<String>> typed,
        Map<String, Set<String>> asked,
        Map<String, Refused> refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> hidden) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final DraftContent EMPTY = new DraftContent(Map.of(), Map.of(), Map.of(), Set.of());

    DraftContent {
        typed = Map.copyOf(typed);
        asked = Map.copyOf(asked);
        refused = Map.copyOf(refused);
        hidden = hidden == null ? Set.of() : Set.copyOf(hidden);
    }

    /**
     * A refused file.
     *
     * @param error why
     * @param fresh true until its page has been shown again: the save that came with the file must not go on
     */
    record Refused(FieldError error, boolean fresh) {}

    DraftContent withTyped(String fieldId, List<String> values) {
        Map<String, List<String>> changed = new HashMap<>(typed);
        if (values.isEmpty()) {
            changed.remove(fieldId);
        } else {
            changed.put(fieldId, List.copyOf(values));
        }
        return new DraftContent(changed, asked, refused, hidden);
    }

    /** Without anything that was typed under these names. */
    DraftContent without(Set<String> keys) {
        Map<String, List<String>> kept = new HashMap<>(typed);
        kept.keySet().removeAll(keys);
        return new DraftContent(kept, asked, refused, hidden);
    }

    DraftContent withHidden(Set<String> keys) {
        return new DraftContent(typed, asked, refused, keys);
    }

    /** True when something is typed under that name. */
    boolean isTyped(String key) {
        return typed.getOrDefault(key, List.of()).stream().anyMatch(value -> !value.isBlank());
    }

    DraftContent withAsked(String pageId, Set<String> fieldIds) {
        Map<String, Set<String>> changed = new HashMap<>(asked);
        changed.put(pageId, Set.copyOf(fieldIds));
        return new DraftContent(typed, changed, refused, hidden);
    }

    DraftContent withRefused(String fieldId, FieldError error) {
        Map<String, Refused> changed = new HashMap<>(refused);
        changed.put(fieldId, new Refused(error, true));
        return new DraftContent(typed, asked, changed, hidden);
    }

    /** The refusals of these fields, one save later: fresh ones are to be shown, older ones are done with. */
    DraftContent withRefusedSeen(Set<String> fieldIds) {
        Map<String, Refused> changed = new HashMap<>();
        refused.forEach((id, why) -> {
            if (!fieldIds.contains(id)) {
                changed.put(id, why);
            } else if (why.fresh()) {
                changed.put(id, new Refused(why.error(), false));
            }
        });
        return new DraftContent(typed, asked, changed, hidden);
    }

    boolean hasFreshRefusal(Set<String> fieldIds) {
        return new HashSet<>(fieldIds)
                .stream()
                        .anyMatch(
                                id -> refused.containsKey(id) && refused.get(id).fresh());
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be written", e);
        }
    }

    static DraftContent of(String json) {
        try {
            return MAPPER.readValue(json, DraftContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be read", e);
        }
    }
}
