package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.hub.login.AssuranceLevel;

/** How definitions are read from and written to JSON. */
final class DefinitionJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_STRING = 20_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_DIGITS = 30;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(AssuranceLevel.class, LevelNames.class)
            .build();

    /** The names that definitions have for levels of assurance. */
    private enum LevelNames {
        @JsonProperty("loa1")
        LOA1,
        @JsonProperty("loa2")
        LOA2,
        @JsonProperty("loa3")
        LOA3,
        @JsonProperty("loa4")
        LOA4
    }

    private DefinitionJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static String write(FormDefinition definition) {
        try {
            return MAPPER.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition cannot be written", e);
        }
    }

    /** Reads what {@link #write} wrote, now or when definitions had an older format. */
    static FormDefinition read(String json) {
        return read(json, DefinitionUpgrades.STANDARD);
    }

    static FormDefinition read(String json, DefinitionUpgrades upgrades) {
        try {
            return MAPPER.treeToValue(upgrades.upgraded(MAPPER.readTree(json)), FormDefinition.class);
        } catch (DefinitionUpgrades.UnknownFormat e) {
            throw new IllegalStateException("a stored definition cannot be read: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition cannot be read", e);
        }
    }
}
