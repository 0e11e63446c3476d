package se.knutpunkt.eforms.fill;

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
 */
record DraftContent(Map<String, List<String>> typed, Map<String, Set<String>> asked, Map<String, Refused> refused) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final DraftContent EMPTY = new DraftContent(Map.of(), Map.of(), Map.of());

    DraftContent {
        typed = Map.copyOf(typed);
        asked = Map.copyOf(asked);
        refused = Map.copyOf(refused);
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
        return new DraftContent(changed, asked, refused);
    }

    DraftContent onlyTyped(Set<String> fieldIds) {
        Map<String, List<String>> kept = new HashMap<>(typed);
        kept.keySet().retainAll(fieldIds);
        return new DraftContent(kept, asked, refused);
    }

    DraftContent withAsked(String pageId, Set<String> fieldIds) {
        Map<String, Set<String>> changed = new HashMap<>(asked);
        changed.put(pageId, Set.copyOf(fieldIds));
        return new DraftContent(typed, changed, refused);
    }

    DraftContent withRefused(String fieldId, FieldError error) {
        Map<String, Refused> changed = new HashMap<>(refused);
        changed.put(fieldId, new Refused(error, true));
        return new DraftContent(typed, asked, changed);
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
        return new DraftContent(typed, asked, changed);
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
