package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.hub.time.SwedishTime;

/** Finds the field of a draft that a file is for: one that the filler sees now. */
@Dependent
class VisibleFields {

    @Inject
    FormRulebook rulebook;

    @Inject
    Clock clock;

    @EJB
    Forms forms;

    /** @throws PageNotFound when the draft has no such visible field of files */
    Field fileField(DraftRow draft, String fieldId) {
        FormVersion version = forms.version(draft.versionId());
        FilledForm filled = new Typing(version.definition(), rulebook.of(version), SwedishTime.today(clock))
                .filled(draft.content());
        return filled.pages().stream()
                .flatMap(page -> filled.fields(page).stream())
                .filter(field -> field.id().equals(fieldId)
                        && FieldTypes.standard().of(field).takesFiles())
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }
}
