package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.FileLimits;
import se.knutpunkt.eforms.upload.ContentLook;
import se.knutpunkt.eforms.upload.Hazard;
import se.knutpunkt.hub.file.Arrivals;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.file.UnknownFile;
import se.knutpunkt.hub.vault.Vault;

/** Uploads in pieces; outside any transaction, so that no row stays locked while a slow sender sends. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SqlUploads implements Uploads {

    private static final String UNKNOWN_KIND = "application/octet-stream";
    private static final String MARK = "draft_file.mark";

    @Inject
    DraftTable table;

    @Inject
    DraftFileTable rows;

    @Inject
    UploadRoom room;

    @Inject
    VisibleFields visible;

    @Inject
    Vault vault;

    @EJB
    Arrivals arrivals;

    @EJB
    DraftFileAttachment attachment;

    @EJB
    DraftScans scans;

    @EJB
    Forms forms;

    @Override
    public Step begin(DraftRef ref, Filler filler, Announced file, Locale locale) {
        DraftRow draft = read(ref, filler);
        Field field = visible.fileField(draft, file.fieldId());
        if (file.first()) {
            attachment.forgetRefusal(ref, field);
        }
        String name = FileName.safe(file.name());
        byte[] mark = vault.hashOfToken(
                String.join("\n", field.id(), name, Long.toString(file.size()), file.modified()), MARK);
        Optional<Step> resumed = rows.marked(draft, mark).flatMap(this::resumed);
        if (resumed.isPresent()) {
            return resumed.get();
        }
        FieldError refusal = refusal(draft, field, name, file.size());
        if (refusal != null) {
            return refused(draft, field, refusal, locale);
        }
        FileId id = arrivals.announce(new NewFile(name, UNKNOWN_KIND, file.size()), file.size());
        rows.addArriving(draft, new DraftFileTable.Arriving(id.value(), field.id(), file.size()), mark);
        return new Step.Going(id.value(), 0);
    }

    private Optional<Step> resumed(String id) {
        Optional<Arrivals.Arrival> known = arrivals.find(new FileId(id));
        if (known.isEmpty()) {
            rows.remove(id);
        }
        return known.map(arrival -> new Step.Going(id, arrival.arrived()));
    }

    @Override
    public long arrived(DraftRef ref, Filler filler, String id) {
        arriving(read(ref, filler), id);
        return arrivals.find(new FileId(id)).orElseThrow(PageNotFound::new).arrived();
    }

    @Override
    public Step append(DraftRef ref, Filler filler, Piece piece, Locale locale) throws IOException {
        DraftRow draft = read(ref, filler);
        DraftFileTable.Arriving file = arriving(draft, piece.id());
        Field field = visible.fileField(draft, file.fieldId());
        FileId id = new FileId(piece.id());
        String name = arrivals.find(id).orElseThrow(PageNotFound::new).name();
        java.io.InputStream content = piece.content();
        if (piece.offset() == 0) {
            // what will be refused for its kind in the end is better refused before all of it is sent
            SniffedContent sniffed = SniffedContent.of(content, name);
            FieldError refusal = sniffed.refusal(limits(field), name);
            if (refusal != null && !sniffed.isEmpty()) {
                return dropped(draft, field, piece.id(), refusal, locale);
            }
            content = sniffed.whole();
        }
        long arrived = arrivals.append(id, piece.offset(), content);
        rows.comes(piece.id());
        return arrived < file.bytes()
                ? new Step.Going(piece.id(), arrived)
                : finish(draft, field, new Whole(id, name, file.bytes()), locale);
    }

    @Override
    public void cancel(DraftRef ref, Filler filler, String id) {
        DraftRow draft = read(ref, filler);
        if (rows.arriving(draft, id).isPresent()) {
            rows.remove(id);
            arrivals.cancel(new FileId(id));
        }
    }

    private record Whole(FileId id, String name, long size) {}

    /** All is there: its kind is found and it is looked through in one reading, then searched for viruses. */
    private Step finish(DraftRow draft, Field field, Whole file, Locale locale) throws IOException {
        FieldError[] why = new FieldError[1];
        String[] named = new String[1];
        Optional<StoredFile> stored;
        try {
            stored = arrivals.finish(file.id(), content -> {
                SniffedContent sniffed = SniffedContent.of(content, file.name());
                why[0] = sniffed.refusal(limits(field), file.name());
                named[0] = sniffed.named(file.name());
                if (why[0] == null) {
                    Optional<Hazard> hazard = ContentLook.at(sniffed.whole(), sniffed.mediaType());
                    why[0] = hazard.map(found -> FieldError.of(found.key(), file.name()))
                            .orElse(null);
                }
                return why[0] == null ? Optional.of(sniffed.mediaType()) : Optional.empty();
            });
        } catch (UnknownFile twice) {
            throw new PageNotFound();
        }
        if (stored.isEmpty()) {
            return dropped(draft, field, file.id().value(), why[0], locale);
        }
        ScanState scan = scans.first(stored.get());
        if (scan.isRefused()) {
            scans.discard(stored.get());
            return dropped(draft, field, file.id().value(), FieldError.of(scan.key(), file.name()), locale);
        }
        AnsweredFile answer = new AnsweredFile(file.id().value(), file.size(), named[0]);
        DraftFileAttachment.Arrived arrived = attachment.arrived(draft.ref(), field, answer, scan);
        if (arrived == DraftFileAttachment.Arrived.GIVEN_UP) {
            throw new PageNotFound();
        }
        if (arrived == DraftFileAttachment.Arrived.ONE_TOO_MANY) {
            return new Step.Refused(tooMany(field).in(locale));
        }
        if (scan == ScanState.WAITING) {
            scans.soon();
        }
        return new Step.Kept();
    }

    private Step dropped(DraftRow draft, Field field, String id, FieldError why, Locale locale) {
        arrivals.cancel(new FileId(id));
        rows.remove(id);
        return refused(draft, field, why, locale);
    }

    private Step refused(DraftRow draft, Field field, FieldError why, Locale locale) {
        attachment.refuseSeen(draft.ref(), field, why);
        return new Step.Refused(why.in(locale));
    }

    private @Nullable FieldError refusal(DraftRow draft, Field field, String name, long size) {
        FileLimits limits = limits(field);
        List<String> had = draft.content().typed().getOrDefault(field.id(), List.of());
        long arriving = rows.arriving(draft).stream()
                .filter(file -> file.fieldId().equals(field.id()))
                .count();
        if (had.size() + arriving >= limits.maxFiles()) {
            return tooMany(field);
        }
        if (name.isEmpty()) {
            return FieldError.of("file.name");
        }
        if (size <= 0) {
            return FieldError.of("file.empty", name);
        }
        return size > limits.maxBytes() ? DraftFiles.tooLarge(limits, name) : room.refusal(draft, name, size);
    }

    private static FieldError tooMany(Field field) {
        return FieldError.of("file.many", limits(field).maxFiles());
    }

    private static FileLimits limits(Field field) {
        return FieldTypes.standard().of(field).fileLimits(field);
    }

    private DraftFileTable.Arriving arriving(DraftRow draft, String id) {
        return rows.arriving(draft, id).orElseThrow(PageNotFound::new);
    }

    private DraftRow read(DraftRef ref, Filler filler) {
        DraftRow draft = SqlDrafts.unsent(table.find(ref), filler);
        if (draft.owner() != null) {
            FormVersion version = forms.version(draft.versionId());
            filler.checkLevel(version.definition().need());
        }
        return draft;
    }
}
