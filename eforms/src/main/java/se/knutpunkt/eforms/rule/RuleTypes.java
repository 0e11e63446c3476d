package se.knutpunkt.eforms.rule;

import dev.cel.common.types.CelType;
import java.util.Map;

/** The types of rules in an editor's words. */
final class RuleTypes {

    private static final Map<String, String> SWEDISH = Map.of(
            "bool", "ja eller nej",
            "double", "ett tal",
            "int", "ett heltal",
            "string", "en text",
            "google.protobuf.Timestamp", "ett datum",
            "list", "en lista",
            "optional_type", "ett svar som kan saknas");

    private static final Map<String, String> ENGLISH = Map.of(
            "bool", "yes or no",
            "double", "a number",
            "int", "a whole number",
            "string", "a text",
            "google.protobuf.Timestamp", "a date",
            "list", "a list",
            "optional_type", "an answer that may be missing");

    private RuleTypes() {}

    static String swedish(CelType type) {
        return SWEDISH.getOrDefault(type.name(), "något annat");
    }

    static String english(CelType type) {
        return ENGLISH.getOrDefault(type.name(), "something else");
    }
}
