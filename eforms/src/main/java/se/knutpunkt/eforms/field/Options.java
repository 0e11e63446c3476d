package se.knutpunkt.eforms.field;

import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Texts;

/** What the types that choose among options share. */
final class Options {

    /** More buttons than these nobody reads. */
    static final int MOST_BUTTONS = 100;

    private Options() {}

    static List<Control.Choice> choices(List<Option> options, Locale locale) {
        return options.stream()
                .map(option -> new Control.Choice(
                        option.value(),
                        option.label().in(locale),
                        option.help() == null ? "" : option.help().in(locale)))
                .toList();
    }

    static List<DefinitionFault> faults(Field field, int most) {
        int count = field.options().size();
        if (count < 2) {
            return fault("Fältet behöver minst två alternativ.", "The field needs at least two options.");
        }
        return count <= most
                ? List.of()
                : fault(
                        "Så som de visas får det vara högst %d alternativ.".formatted(most),
                        "As they are shown there may be at most %d options.".formatted(most));
    }

    private static List<DefinitionFault> fault(String swedish, String english) {
        return List.of(new DefinitionFault("/options", Texts.of(swedish, english)));
    }

    /** The labels of the chosen values, in the order of the definition. */
    static List<String> labels(List<Option> options, List<String> values, Locale locale) {
        return options.stream()
                .filter(option -> values.contains(option.value()))
                .map(option -> option.label().in(locale))
                .toList();
    }
}
