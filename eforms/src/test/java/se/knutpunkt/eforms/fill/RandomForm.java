package se.knutpunkt.eforms.fill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.knutpunkt.eforms.definition.FormDefinition;

/** Random small forms as documents, random edits of them, and what people type into them. */
final class RandomForm {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TYPES =
            List.of("text", "longtext", "number", "date", "choice", "choices", "yesno", "email", "group", "info");
    private static final List<String> WORDS = List.of(
            "",
            "kort",
            "ett längre svar som tar plats",
            "7",
            "12",
            "3,5",
            "2026-05-04",
            "2020-01-01",
            "yes",
            "no",
            "a",
            "b",
            "c",
            "namn@exempel.se");

    private final Random random;
    private int names;

    RandomForm(Random random) {
        this.random = random;
    }

    static FormDefinition read(ObjectNode document) {
        try {
            return MAPPER.treeToValue(document, FormDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode form() {
        try {
            ObjectNode form = (ObjectNode) MAPPER.readTree("""
                    {"format":1,"slug":"prova","title":{"sv":"Prova"},"description":{"sv":"Ett formulär."},
                     "category":"kommun-och-politik","caseType":"PROV","submitters":"both",
                     "intro":{"timeNeeded":{"sv":"En minut"},"whatHappensNext":{"sv":"Inget."}},
                     "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                                "retention":{"sv":"d"},"contact":{"sv":"e"}},"pages":[],"checks":[]}
                    """);
            int pages = 1 + random.nextInt(3);
            for (int p = 0; p < pages; p++) {
                addPage(form);
            }
            for (ObjectNode field : fields(form)) {
                if (random.nextInt(4) == 0) {
                    field.put("visible", rule(form));
                }
                if (random.nextInt(4) == 0 && asks(field)) {
                    require(field, form);
                }
            }
            if (random.nextInt(3) == 0) {
                addCheck(form);
            }
            return form;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another document: the same with one to three edits. */
    ObjectNode edited(ObjectNode form) {
        ObjectNode copy = form.deepCopy();
        int edits = 1 + random.nextInt(3);
        for (int e = 0; e < edits; e++) {
            edit(copy);
        }
        return copy;
    }

    private void edit(ObjectNode form) {
        List<ObjectNode> fields = fields(form);
        ObjectNode field = fields.isEmpty() ? field("text") : pick(fields);
        switch (random.nextInt(18)) {
            case 0 -> field.set("label", text("Nya ord " + names++));
            case 1 -> field.set("help", text("Hjälp"));
            case 2 -> require(field, form);
            case 3 -> {
                field.remove("requiredWhen");
                field.put("required", false);
            }
            case 4 -> field.put("visible", rule(form));
            case 5 -> field.remove("visible");
            case 6, 7 -> limits(field);
            case 8 -> options(field);
            case 9 -> remove(form, field);
            case 10 -> {
                ObjectNode page = pick(pages(form));
                ((ArrayNode) page.get("fields")).insert(0, field(pick(TYPES)));
            }
            case 11 -> {
                ObjectNode moved = field.deepCopy();
                if (remove(form, field)) {
                    ((ArrayNode) pick(pages(form)).get("fields")).add(moved);
                }
            }
            case 12 -> addPage(form);
            case 13 -> {
                ArrayNode pages = (ArrayNode) form.get("pages");
                pages.insert(0, pages.remove(random.nextInt(pages.size())));
            }
            case 14 -> pick(pages(form)).put("visible", rule(form));
            case 15 -> addCheck(form);
            case 16 -> {
                ArrayNode checks = (ArrayNode) form.get("checks");
                if (!checks.isEmpty()) {
                    checks.remove(0);
                }
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    field.put("type", pick(TYPES));
                } else {
                    form.set("title", text("Ny titel"));
                }
            }
        }
    }

    /** What is typed: something for most fields, right or wrong. */
    String word() {
        return pick(WORDS);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<ObjectNode> pages(ObjectNode form) {
        List<ObjectNode> pages = new ArrayList<>();
        form.get("pages").forEach(page -> pages.add((ObjectNode) page));
        return pages;
    }

    private static List<ObjectNode> fields(ObjectNode form) {
        List<ObjectNode> fields = new ArrayList<>();
        for (ObjectNode page : pages(form)) {
            page.get("fields").forEach(field -> {
                fields.add((ObjectNode) field);
                field.path("fields").forEach(own -> fields.add((ObjectNode) own));
            });
        }
        return fields;
    }

    private static boolean remove(ObjectNode form, ObjectNode field) {
        for (ObjectNode page : pages(form)) {
            if (removeFrom((ArrayNode) page.get("fields"), field)) {
                return true;
            }
            for (var own : page.get("fields")) {
                if (own.has("fields")) {
                    removeFrom((ArrayNode) own.get("fields"), field);
                }
            }
        }
        return false;
    }

    /** The very node, not one that says the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean removeFrom(ArrayNode fields, ObjectNode field) {
        for (int f = 0; f < fields.size(); f++) {
            if (fields.get(f) == field) {
                fields.remove(f);
                return true;
            }
        }
        return false;
    }

    private void addPage(ObjectNode form) {
        ObjectNode page = ((ArrayNode) form.get("pages")).addObject();
        page.put("id", "sida" + names++);
        page.set("title", text("Sida"));
        ArrayNode fields = page.putArray("fields");
        int count = 1 + random.nextInt(4);
        for (int f = 0; f < count; f++) {
            fields.add(field(pick(TYPES)));
        }
    }

    private ObjectNode field(String type) {
        ObjectNode field = NODES.objectNode();
        field.put("id", "falt" + names++);
        field.put("type", type);
        field.set("label", text("Fråga"));
        if (type.equals("group")) {
            ArrayNode own = field.putArray("fields");
            own.add(field(pick(List.of("text", "number", "choice"))));
            own.add(field(pick(List.of("text", "yesno"))));
        }
        if (type.equals("choice") || type.equals("choices")) {
            ArrayNode options = field.putArray("options");
            for (String value : List.of("a", "b", "c")) {
                ObjectNode option = options.addObject();
                option.put("value", value);
                option.set("label", text(value));
            }
        }
        if (random.nextInt(3) == 0) {
            limits(field);
        }
        return field;
    }

    private static boolean asks(ObjectNode field) {
        return !field.get("type").asText().equals("info");
    }

    private void require(ObjectNode field, ObjectNode form) {
        field.remove("requiredWhen");
        field.put("required", random.nextBoolean());
        if (!field.get("required").asBoolean()) {
            field.put("requiredWhen", rule(form));
        }
    }

    private void limits(ObjectNode field) {
        ObjectNode limits = field.withObject("/limits");
        switch (field.get("type").asText()) {
            case "text", "longtext" -> limits.put(pick(List.of("minLength", "maxLength")), 1 + random.nextInt(20));
            case "number" -> limits.put(pick(List.of("min", "max", "decimals")), random.nextInt(6));
            case "date" ->
                limits.put(
                        pick(List.of("earliest", "latest")),
                        pick(List.of("today", "today-30d", "today+1y", "today-2y", "2021-01-01", "2026-06-01")));
            case "choices" -> limits.put(pick(List.of("minChosen", "maxChosen")), 1 + random.nextInt(3));
            case "group" -> limits.put(pick(List.of("minRows", "maxRows")), random.nextInt(3));
            default -> {
                // none
            }
        }
        if (random.nextInt(3) == 0) {
            limits.removeAll();
        }
    }

    private void options(ObjectNode field) {
        if (field.path("options").isEmpty()) {
            return;
        }
        ArrayNode options = (ArrayNode) field.get("options");
        switch (random.nextInt(4)) {
            case 0 -> options.remove(0);
            case 1 -> options.insert(0, options.remove(options.size() - 1));
            case 2 -> ((ObjectNode) options.get(0)).set("label", text("Nytt ord"));
            default -> {
                ObjectNode option = options.addObject();
                option.put("value", "n" + names++);
                option.set("label", text("Nytt"));
            }
        }
    }

    private void addCheck(ObjectNode form) {
        List<ObjectNode> fields = fields(form);
        if (fields.isEmpty()) {
            return;
        }
        ObjectNode check = ((ArrayNode) form.get("checks")).addObject();
        check.put("id", "kontroll" + names++);
        check.put("rule", rule(form));
        check.set("message", text("Svaren stämmer inte."));
        check.putArray("fields").add(pick(fields).get("id").asText());
    }

    /** Rules about a field that is not there, or comes later, make a form that is passed by. */
    private String rule(ObjectNode form) {
        if (fields(form).isEmpty()) {
            return "true";
        }
        ObjectNode field = pick(fields(form));
        String id = field.get("id").asText();
        return switch (field.get("type").asText()) {
            case "yesno" -> random.nextBoolean() ? id + ".orValue(false)" : "!" + id + ".orValue(false)";
            case "number" -> id + ".orValue(0.0) > 5.0";
            case "choice" -> id + ".orValue('') == 'a'";
            case "choices" -> "'a' in " + id + ".orValue([])";
            case "group" -> id + ".orValue(0) < 2";
            default -> id + ".hasValue()";
        };
    }

    private static ObjectNode text(String swedish) {
        return NODES.objectNode().put("sv", swedish);
    }
}
