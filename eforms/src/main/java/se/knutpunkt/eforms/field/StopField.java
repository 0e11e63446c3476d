package se.knutpunkt.eforms.field;

import java.time.LocalDate;
import java.util.List;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;

/**
 * "Stop here": while it is visible its step can't be left by going on, nor the form be sent. Its label is the advice, said
 * by the error summary as well. What is typed can be saved as ever.
 */
final class StopField implements Telling {

    @Override
    public String code() {
        return "stop";
    }

    /** A page where nothing else is left to ask is still shown. */
    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        if (field.required() || field.requiredWhen() != null) {
            return List.of(new DefinitionFault(
                    "", Texts.of("Ett stopp går inte att besvara.", "A stop has no answer to require.")));
        }
        if (field.visible() == null) {
            return List.of(new DefinitionFault(
                    "",
                    Texts.of(
                            "Utan regel för när det visas stoppar fältet alla. Ange ”visible”.",
                            "Without a rule for when it is shown, the field stops everyone. State “visible”.")));
        }
        return List.of();
    }

    /** Whatever comes: as long as it is shown, nobody goes on. */
    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        return new Reading.Wrong(FieldError.own(field.label()));
    }
}
