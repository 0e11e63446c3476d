package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.Problem;

/** Reads a definition document in three looks: is it JSON, has it the right shape, does it hold together. */
final class DefinitionReader {

    private static final ObjectMapper MAPPER = DefinitionJson.mapper();

    private final DefinitionUpgrades upgrades = DefinitionUpgrades.STANDARD;
    private final SchemaCheck schema = new SchemaCheck();
    private final MeaningCheck meaning;

    /** @param caseTypeInUse whether a code is that of a registered case type in use */
    DefinitionReader(Predicate<String> caseTypeInUse) {
        meaning = new MeaningCheck(caseTypeInUse);
    }

    ReadDefinition read(byte[] json) {
        JsonNode tree;
        try {
            tree = upgrades.upgraded(JsonSyntax.parse(json));
        } catch (JsonSyntax.NotJson e) {
            return ReadDefinition.refused(List.of(e.problem()));
        } catch (DefinitionUpgrades.UnknownFormat e) {
            return ReadDefinition.refused(List.of(e.problem()));
        }
        List<Problem> problems = schema.problems(tree);
        if (!problems.isEmpty()) {
            return ReadDefinition.refused(problems);
        }
        FormDefinition definition;
        try {
            definition = MAPPER.treeToValue(tree, FormDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the JSON Schema lets through what the records do not take", e);
        }
        problems = meaning.problems(definition);
        return problems.isEmpty() ? new ReadDefinition(definition, List.of()) : ReadDefinition.refused(problems);
    }

    /**
     * What was read.
     *
     * @param definition null when there were problems
     * @param problems in the order of the document
     */
    record ReadDefinition(@Nullable FormDefinition definition, List<Problem> problems) {

        static ReadDefinition refused(List<Problem> problems) {
            return new ReadDefinition(null, problems);
        }
    }
}
