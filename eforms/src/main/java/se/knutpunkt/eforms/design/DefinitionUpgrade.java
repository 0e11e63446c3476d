package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Carries a definition from one format to the next. A new format is one class of this kind, its line in
 * {@link DefinitionUpgrades#STANDARD}, and the format in the JSON Schema; all that is stored then is read as of today.
 */
interface DefinitionUpgrade {

    /** The format that it reads; it writes the one after it. */
    int from();

    /**
     * Changes the document's content; its {@code format} is seen to by the chain. What is imported may be anything: what is
     * not as expected is left alone, for the check of its shape to find.
     */
    void upgrade(ObjectNode document);
}
