package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.field.FieldError;

/** Whether there is room for one more file: in its form, with its person, in the whole system. */
@ApplicationScoped
class UploadRoom {

    private static final long MEGABYTE = 1_000_000;

    @Inject
    DraftFileTable rows;

    @Inject
    UploadSettings settings;

    /** Why there is no room for a file of that size. Two at once may pass a limit by one file. */
    @Nullable
    FieldError refusal(DraftRow draft, String name, long bytes) {
        if (rows.bytesOf(draft) + bytes > settings.ofForm()) {
            return FieldError.of("file.room.form", name, settings.ofForm() / MEGABYTE);
        }
        if (draft.owner() != null && rows.bytesOf(draft.owner()) + bytes > settings.ofPerson()) {
            return FieldError.of("file.room.person", name, settings.ofPerson() / MEGABYTE);
        }
        return rows.bytes() + bytes > settings.total() ? FieldError.of("file.room.system", name) : null;
    }
}
