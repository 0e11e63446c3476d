package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.FileLimits;
import se.knutpunkt.eforms.fill.Drafts.UploadedFile;
import se.knutpunkt.hub.file.FileTooLarge;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;

/** Uploads to a draft: the content decides the kind, the store takes it in staged, then the draft takes it up. */
@Stateless
public class DraftFiles {

    @EJB
    Files files;

    @EJB
    DraftFileAttachment attachment;

    /** Takes one file, or notes in the draft why not. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean add(DraftRow draft, Field field, UploadedFile file) {
        FileLimits limits = FieldTypes.standard().of(field).fileLimits(field);
        String name = FileName.safe(file.name());
        FieldError refusal = refusal(draft, field, limits, name);
        StoredFile stored = null;
        if (refusal == null) {
            try {
                SniffedContent content = SniffedContent.of(file.content(), name);
                refusal = refusal(content, limits, name);
                if (refusal == null) {
                    stored = files.stage(content.whole(), new NewFile(name, content.mediaType(), limits.maxBytes()));
                }
            } catch (FileTooLarge e) {
                refusal = tooLarge(limits, name);
            } catch (IOException e) {
                throw new UncheckedIOException("the upload broke off", e);
            }
        }
        return stored == null
                ? attachment.refuse(draft.ref(), field, refusal)
                : attachment.attach(
                        draft.ref(), field, new AnsweredFile(stored.id().value(), stored.size(), name));
    }

    private static @Nullable FieldError refusal(DraftRow draft, Field field, FileLimits limits, String name) {
        List<String> had = draft.content().typed().getOrDefault(field.id(), List.of());
        if (had.size() >= limits.maxFiles()) {
            return FieldError.of("file.many", limits.maxFiles());
        }
        return name.isEmpty() ? FieldError.of("file.name") : null;
    }

    private static @Nullable FieldError refusal(SniffedContent content, FileLimits limits, String name) {
        if (content.isEmpty()) {
            return FieldError.of("file.empty", name);
        }
        return limits.mediaTypes().contains(content.mediaType())
                ? null
                : FieldError.of("file.kind", name, limits.kinds());
    }

    private static FieldError tooLarge(FileLimits limits, String name) {
        return FieldError.of("file.large", name, limits.maxBytes() / 1_000_000);
    }
}
