package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A small right definition, changed at one place by each test. */
final class Documents {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String RIGHT = """
            {"format":1,"slug":"prova","title":{"sv":"Prova"},"description":{"sv":"Ett formulär."},
             "category":"kommun-och-politik","caseType":"PROV","submitters":"both",
             "intro":{"timeNeeded":{"sv":"En minut"},"whatHappensNext":{"sv":"Inget."}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}},
             "pages":[
              {"id":"forsta","title":{"sv":"Första"},"fields":[
                {"id":"namn","type":"text","label":{"sv":"Namn"},"required":true},
                {"id":"flera","type":"yesno","label":{"sv":"Flera?"}},
                {"id":"antal","type":"number","label":{"sv":"Antal"},"visible":"flera.orValue(false)"}]},
              {"id":"andra","title":{"sv":"Andra"},"fields":[
                {"id":"val","type":"choices","label":{"sv":"Val"},"options":[
                  {"value":"a","label":{"sv":"A"}},{"value":"b","label":{"sv":"B"}}]}]}],
             "checks":[{"id":"lagom","rule":"antal.orValue(0.0) < 10.0","message":{"sv":"För många."},"fields":["antal"]}]}
            """;

    private Documents() {}

    static byte[] right() {
        return changed(document -> {});
    }

    static byte[] changed(Consumer<ObjectNode> change) {
        try {
            ObjectNode document = (ObjectNode) MAPPER.readTree(RIGHT);
            change.accept(document);
            return MAPPER.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode field(ObjectNode document, int page, int field) {
        return (ObjectNode) document.at("/pages/" + page + "/fields/" + field);
    }

    static ArrayNode array(ObjectNode document, String pointer) {
        return (ArrayNode) document.at(pointer);
    }

    static ObjectNode object(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
