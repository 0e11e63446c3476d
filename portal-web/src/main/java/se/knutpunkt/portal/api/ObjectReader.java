package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the members of one JSON object and remembers which were asked for, so that an unknown one is told of. A member
 * that is {@code null} is as one that is not there.
 */
final class ObjectReader {

    private final ObjectNode object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    ObjectReader(ObjectNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Where a member stands. */
    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    Optional<JsonNode> member(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** A text of a form; told of when it is missing, empty or wrong, and then empty here too. */
    Optional<String> required(String name, TextForm form) {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            faults.add(at(name), "The member is required.");
            return Optional.empty();
        }
        return text(name, value.get(), form);
    }

    Optional<String> optional(String name, TextForm form) {
        return member(name).flatMap(value -> text(name, value, form));
    }

    private Optional<String> text(String name, JsonNode value, TextForm form) {
        if (!value.isTextual()) {
            faults.add(at(name), "The value is a string.");
            return Optional.empty();
        }
        Optional<String> wrong = form.wrong(value.textValue());
        wrong.ifPresent(detail -> faults.add(at(name), detail));
        return wrong.isPresent() ? Optional.empty() : Optional.of(value.textValue());
    }

    boolean requiredFlag(String name) {
        if (member(name).isEmpty()) {
            faults.add(at(name), "The member is required.");
            return false;
        }
        return flag(name, false);
    }

    boolean flag(String name, boolean absent) {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            faults.add(at(name), "The value is true or false.");
        }
        return value.map(JsonNode::booleanValue).orElse(absent);
    }

    Optional<ObjectReader> child(String name) {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ObjectNode inner) {
            return Optional.of(new ObjectReader(inner, at(name), faults));
        }
        faults.add(at(name), "The value is an object.");
        return Optional.empty();
    }

    Optional<ObjectReader> requiredChild(String name) {
        if (member(name).isEmpty()) {
            faults.add(at(name), "The member is required.");
        }
        return child(name);
    }

    void fault(String name, String detail) {
        faults.add(at(name), detail);
    }

    /** Tells of the members nobody asked for; called last. */
    void refuseOthers() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                // the name itself is from outside: a pointer with it is an address, not a repeated value
                faults.add(at(TextForm.printable(name)), "The member is not known here.");
            }
        }
    }
}
