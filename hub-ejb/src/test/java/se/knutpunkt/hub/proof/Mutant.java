package se.knutpunkt.hub.proof;

import java.nio.file.Path;

/**
 * One file of the product with one rule changed, and nothing else.
 *
 * @param rule the key of the line, or the name of the bar
 * @param change what was done to it
 * @param sees whether somebody may see otherwise by it; else only what is said of the rule has changed
 * @param file from the folder of sources or of resources
 * @param content the file with the change
 */
record Mutant(String rule, String change, boolean sees, Path file, String content) {

    /** Whether it is to be compiled before it can be tried. */
    boolean isSource() {
        return file.toString().endsWith(".java");
    }

    @Override
    public String toString() {
        return rule + ", " + change;
    }
}
