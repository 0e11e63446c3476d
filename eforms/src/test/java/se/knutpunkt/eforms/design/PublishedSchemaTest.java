package se.knutpunkt.eforms.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Category;
import se.knutpunkt.eforms.field.FieldTypes;

class PublishedSchemaTest {

    private static final String NAME = "form-definition.schema.json";

    private final JsonNode schema = read();

    private static JsonNode read() {
        try (var in = PublishedSchemaTest.class.getResourceAsStream(NAME)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void publishedSchemaIsTheOneInUse() throws IOException {
        try (var in = PublishedSchemaTest.class.getResourceAsStream(NAME)) {
            assertThat(in).isNotNull();
            assertThat(Files.readAllBytes(Path.of("..", "docs", NAME))).isEqualTo(in.readAllBytes());
        }
    }

    @Test
    void namesTheRegisteredFieldTypes() {
        assertThat(texts(schema.at("/$defs/field/properties/type/enum")))
                .containsExactlyInAnyOrderElementsOf(FieldTypes.standard().codes());
    }

    @Test
    void namesTheCategories() {
        assertThat(texts(schema.at("/properties/category/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
    }

    @Test
    void boundsEveryTextAndList() {
        assertThat(schema.findParents("pattern")).isNotEmpty();
        assertThat(schema.findParents("type"))
                .filteredOn(node -> node.path("type").asText().equals("array"))
                .allMatch(node -> node.has("maxItems"));
    }

    private static java.util.List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
