package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
import se.knutpunkt.eforms.upload.ContentLook;
import se.knutpunkt.hub.file.FileTooLarge;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;

/**
 * Uploads to a draft: the content decides the kind, the store takes it in staged, it is looked through there, then the
 * draft takes it up.
 */
@Stateless
public class DraftFiles {
    @EJB
    Files files;

    @EJB
    DraftFileAttachment attachment;

    @EJB
    DraftScans scans;

    @Inject
    UploadRoom room;

    /** Takes one file, or notes in the draft why not. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean add(DraftRow draft, Field field, UploadedFile file) {
        FileLimits limits = FieldTypes.standard().of(field).fileLimits(field);
        String name = FileName.safe(file.name());
        FieldError refusal = refusal(draft, field, limits, name);
        if (refusal == null) {
            refusal = room.refusal(draft, name, file.size());
        }
        if (refusal != null) {
            return attachment.refuse(draft.ref(), field, refusal);
        }
        try {
            return stage(draft, field, limits, name, file);
        } catch (FileTooLarge e) {
            return attachment.refuse(draft.ref(), field, tooLarge(limits, name));
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private boolean stage(DraftRow draft, Field field, FileLimits limits, String given, UploadedFile file)
            throws IOException {
        SniffedContent content = SniffedContent.of(file.content(), given);
        FieldError refusal = content.refusal(limits, given);
        if (refusal != null) {
            return attachment.refuse(draft.ref(), field, refusal);
        }
        String name = content.named(given);
        StoredFile stored = files.stage(content.whole(), new NewFile(name, content.mediaType(), limits.maxBytes()));
        FieldError hazard = ContentLook.at(files.content(stored.id()), stored.mediaType())
                .map(found -> FieldError.of(found.key(), name))
                .orElse(null);
        ScanState scan = hazard == null ? scans.first(stored) : ScanState.NONE;
        if (scan.isRefused()) {
            hazard = FieldError.of(scan.key(), name);
        }
        if (hazard != null) {
            files.discard(stored.id());
            return attachment.refuse(draft.ref(), field, hazard);
        }
        boolean taken = attachment.attach(
                draft.ref(), field, new AnsweredFile(stored.id().value(), stored.size(), name), scan);
        if (taken && scan == ScanState.WAITING) {
            scans.soon();
        }
        return taken;
    }

    private static @Nullable FieldError refusal(DraftRow draft, Field field, FileLimits limits, String name) {
        List<String> had = draft.content().typed().getOrDefault(field.id(), List.of());
        if (had.size() >= limits.maxFiles()) {
            return FieldError.of("file.many", limits.maxFiles());
        }
        return name.isEmpty() ? FieldError.of("file.name") : null;
    }

    static FieldError tooLarge(FileLimits limits, String name) {
        return FieldError.of("file.large", name, limits.maxBytes() / 1_000_000);
    }
}
