package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.eforms.definition.Texts;

/**
 * The chain of numbered upgrades: whatever format a definition was written in, it is read as one of the newest. What is
 * stored stays as it was written.
 */
final class DefinitionUpgrades {

    private static final int FIRST = 1;
    private static final String FORMAT = "format";

    /** The formats of the product, from the first on. */
    static final DefinitionUpgrades STANDARD = new DefinitionUpgrades(List.of());

    private final List<DefinitionUpgrade> chain;

    /** @throws IllegalStateException when the upgrades are not numbered one after the other: the product must not start */
    DefinitionUpgrades(List<DefinitionUpgrade> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).from() != FIRST + i) {
                throw new IllegalStateException("no upgrade of definitions from format " + (FIRST + i));
            }
        }
        this.chain = List.copyOf(chain);
    }

    /** The newest format. */
    int newest() {
        return FIRST + chain.size();
    }

    /**
     * Carries a document forward. One without a format that is a number is left as it is: its shape is checked after.
     *
     * @throws UnknownFormat when it is of a format that the product does not know
     */
    JsonNode upgraded(JsonNode document) throws UnknownFormat {
        if (!(document instanceof ObjectNode object) || !object.path(FORMAT).isIntegralNumber()) {
            return document;
        }
        JsonNode written = object.get(FORMAT);
        if (!written.canConvertToInt() || written.intValue() < FIRST || written.intValue() > newest()) {
            throw new UnknownFormat(written.asText(), newest());
        }
        for (DefinitionUpgrade upgrade : chain.subList(written.intValue() - FIRST, chain.size())) {
            upgrade.upgrade(object);
            object.put(FORMAT, upgrade.from() + 1);
        }
        return object;
    }

    /** The document is of a format that the product does not know: a newer one, or none that there ever was. */
    static final class UnknownFormat extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnknownFormat(String format, int newest) {
            super("a definition of format " + format + " at /" + FORMAT + ", the newest known is " + newest);
            problem = new Problem(
                    Problem.Kind.SCHEMA,
                    "/" + FORMAT,
                    Texts.of(
                            "Formatet %s är inte känt. Det nyaste som går att läsa är %d.".formatted(format, newest),
                            "The format %s is not known. The newest that can be read is %d."
                                    .formatted(format, newest)));
        }

        Problem problem() {
            return problem;
        }
    }
}
