package se.knutpunkt.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Forms of any size, for measurements: nothing in them is anybody's. */
final class BenchForms {
    /** Fields of one page. */
    static final int ON_PAGE = 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FRAME = """
            {"format":1,"title":{"sv":"Mätning","en":"Measurement"},"description":{"sv":"Mäts."},
             "category":"kommun-och-politik","caseType":"MED","submitters":"anonymous",
             "intro":{"timeNeeded":{"sv":"En stund"},"whatHappensNext":{"sv":"Det mäts."}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}}}
            """;

    private BenchForms() {}

    /** The document of a form under that slug. */
    static String json(String slug, ObjectNode form) {
        return form.put("slug", slug).toString();
    }

    /**
     * A form of that many fields, ten on each page or as many as need be for fifty pages, with that many rules spread over
     * them: what is shown, what is required, what is worked out, each of an earlier answer.
     */
    static ObjectNode fields(int fields, int rules) {
        ObjectNode form = frame();
        ArrayNode pages = form.putArray("pages");
        int onPage = Math.max(ON_PAGE, (fields + 49) / 50);
        for (int f = 0; f < fields; f++) {
            if (f % onPage == 0) {
                ObjectNode page = pages.addObject().put("id", "sida-" + (f / onPage + 1));
                page.putObject("title").put("sv", "Sida " + (f / onPage + 1));
                page.putArray("fields");
            }
            ObjectNode field = ((ArrayNode) pages.get(pages.size() - 1).get("fields")).addObject();
            field.put("id", "f" + f).put("type", type(f));
            field.putObject("label").put("sv", "Fråga nummer " + f);
            boolean hasRule = f > 0 && (long) f * rules / fields != (long) (f - 1) * rules / fields;
            if (hasRule) {
                field.put(f % 2 == 0 ? "visible" : "requiredWhen", rule(f - 1));
            }
        }
        return form;
    }

    private static String type(int field) {
        return List.of("text", "number", "yesno", "date", "text").get(field % 5);
    }

    /** A rule over a field that is true for the answer of {@link #answer}. */
    private static String rule(int field) {
        return switch (type(field)) {
            case "number" -> "f%d.orValue(0.0) > 1.0".formatted(field);
            case "yesno" -> "f%d.orValue(false)".formatted(field);
            case "date" -> "f%d.orValue(today) > today - duration('240h')".formatted(field);
            default -> "size(f%d.orValue('')) > 2".formatted(field);
        };
    }

    /** A right answer to a field. */
    static String answer(int field) {
        return switch (type(field)) {
            case "number" -> "12";
            case "yesno" -> "yes";
            case "date" ->
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString();
            default -> "Ett svar med några ord";
        };
    }

    /** A form with a repeating group of so many rows of two fields, and their sum. */
    static ObjectNode rows(int rows) {
        ObjectNode form = frame();
        ObjectNode page = form.putArray("pages").addObject().put("id", "sida-1");
        page.putObject("title").put("sv", "Rader");
        ArrayNode fields = page.putArray("fields");
        ObjectNode group = fields.addObject().put("id", "rader").put("type", "group");
        group.putObject("label").put("sv", "Rader");
        group.putObject("limits").put("minRows", rows).put("maxRows", 200);
        ArrayNode own = group.putArray("fields");
        own.addObject().put("id", "vad").put("type", "text").putObject("label").put("sv", "Vad?");
        own.addObject()
                .put("id", "belopp")
                .put("type", "number")
                .putObject("label")
                .put("sv", "Belopp");
        fields.addObject()
                .put("id", "summa")
                .put("type", "computed")
                .put("compute", "sum(belopp)")
                .putObject("label")
                .put("sv", "Summa");
        return form;
    }

    /** The names and values of a page's answers. */
    static List<String[]> answers(int firstField, int count) {
        List<String[]> answers = new ArrayList<>();
        for (int f = firstField; f < firstField + count; f++) {
            answers.add(new String[] {"f" + f, answer(f)});
        }
        return answers;
    }

    private static ObjectNode frame() {
        try {
            return (ObjectNode) MAPPER.readTree(FRAME);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }
}
