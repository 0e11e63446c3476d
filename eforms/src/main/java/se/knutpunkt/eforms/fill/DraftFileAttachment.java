package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;

/** The short transaction that writes the outcome of an upload in the draft. */
@Stateless
public class DraftFileAttachment {

    @Inject
    DraftTable table;

    @EJB
    Files files;

    /** Adds a staged file to the draft; one too many is discarded instead. */
    public boolean attach(DraftRef ref, Field field, AnsweredFile file) {
        DraftRow draft = unsent(ref);
        List<String> values = new ArrayList<>(draft.content().typed().getOrDefault(field.id(), List.of()));
        int max = FieldTypes.standard().of(field).fileLimits(field).maxFiles();
        if (values.size() >= max) {
            files.discard(new FileId(file.id()));
            table.save(draft, draft.content().withRefused(field.id(), FieldError.of("file.many", max)));
            return false;
        }
        values.add(file.value());
        table.addFile(draft, file.id());
        table.save(draft, draft.content().withTyped(field.id(), values));
        return true;
    }

    /** Notes why a file was not taken. */
    public boolean refuse(DraftRef ref, Field field, FieldError why) {
        DraftRow draft = unsent(ref);
        table.save(draft, draft.content().withRefused(field.id(), why));
        return false;
    }

    private DraftRow unsent(DraftRef ref) {
        return table.lock(ref).filter(row -> row.sent() == null).orElseThrow(DraftNotFound::new);
    }
}
