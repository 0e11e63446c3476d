package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Inject
    DraftFileTable rows;

    @EJB
    Files files;

    /** What became of a file that arrived in pieces. */
    public enum Arrived {
        TAKEN,
        ONE_TOO_MANY,
        GIVEN_UP
    }

    /** Adds a staged file to the draft; one too many is discarded instead. */
    public boolean attach(DraftRef ref, Field field, AnsweredFile file, ScanState scan) {
        DraftRow draft = unsent(ref);
        if (isFull(draft, field)) {
            files.discard(new FileId(file.id()));
            table.save(draft, draft.content().withRefused(field.id(), tooMany(field)));
            return false;
        }
        rows.add(draft, file, scan);
        table.save(draft, with(draft.content(), field, file));
        return true;
    }

    /**
     * Makes a file that arrived in pieces the draft's own; one too many is discarded instead, and so is one that was given
     * up while it was looked through.
     */
    public Arrived arrived(DraftRef ref, Field field, AnsweredFile file, ScanState scan) {
        DraftRow draft = unsent(ref);
        if (isFull(draft, field)) {
            files.discard(new FileId(file.id()));
            rows.remove(file.id());
            saveSeen(draft, field, tooMany(field));
            return Arrived.ONE_TOO_MANY;
        }
        if (!rows.arrived(file.id(), scan)) {
            files.discard(new FileId(file.id()));
            return Arrived.GIVEN_UP;
        }
        table.save(draft, with(draft.content(), field, file));
        return Arrived.TAKEN;
    }

    /** Notes why a file was not taken; its page must be shown before the form goes on. */
    public boolean refuse(DraftRef ref, Field field, FieldError why) {
        DraftRow draft = unsent(ref);
        table.save(draft, draft.content().withRefused(field.id(), why));
        return false;
    }

    /** Notes why a file was not taken, where the page has said so already. */
    public void refuseSeen(DraftRef ref, Field field, FieldError why) {
        saveSeen(unsent(ref), field, why);
    }

    /** Forgets why the last file was not taken: others are chosen now. */
    public void forgetRefusal(DraftRef ref, Field field) {
        DraftRow draft = unsent(ref);
        if (draft.content().refused().containsKey(field.id())) {
            Set<String> only = Set.of(field.id());
            table.save(draft, draft.content().withRefusedSeen(only).withRefusedSeen(only));
        }
    }

    /** Takes away the files that the scanner has refused since, and says so where they stood, which is shown next. */
    public void removeRefused(DraftRef ref, List<Field> fields) {
        DraftRow draft = unsent(ref);
        Map<String, ScanState> scans = rows.scans(draft);
        DraftContent content = draft.content();
        for (Field field : fields) {
            for (String value : draft.content().typed().getOrDefault(field.id(), List.of())) {
                AnsweredFile file = AnsweredFile.of(value);
                ScanState scan = scans.getOrDefault(file.id(), ScanState.NONE);
                if (scan.isRefused()) {
                    files.discard(new FileId(file.id()));
                    rows.remove(file.id());
                    content = content.withTyped(field.id(), without(content, field, value))
                            .withRefused(field.id(), FieldError.of(scan.key(), file.name()))
                            .withRefusedSeen(Set.of(field.id()));
                }
            }
        }
        table.save(draft, content);
    }

    private static List<String> without(DraftContent content, Field field, String value) {
        return content.typed().getOrDefault(field.id(), List.of()).stream()
                .filter(other -> !other.equals(value))
                .toList();
    }

    private void saveSeen(DraftRow draft, Field field, FieldError why) {
        table.save(draft, draft.content().withRefused(field.id(), why).withRefusedSeen(Set.of(field.id())));
    }

    private static DraftContent with(DraftContent content, Field field, AnsweredFile file) {
        List<String> values = new ArrayList<>(content.typed().getOrDefault(field.id(), List.of()));
        values.add(file.value());
        return content.withTyped(field.id(), values);
    }

    private static boolean isFull(DraftRow draft, Field field) {
        return draft.content().typed().getOrDefault(field.id(), List.of()).size() >= most(field);
    }

    private static FieldError tooMany(Field field) {
        return FieldError.of("file.many", most(field));
    }

    private static int most(Field field) {
        return FieldTypes.standard().of(field).fileLimits(field).maxFiles();
    }

    private DraftRow unsent(DraftRef ref) {
        return table.lock(ref).filter(row -> row.sent() == null).orElseThrow(DraftNotFound::new);
    }
}
