package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.vault.Vault;

/** The files of an event as staff read them: first those that the party may have, then those withheld from it (OSL 10:3). */
@Dependent
class StaffFiles {

    @Inject
    Database database;

    @Inject
    Vault vault;

    @EJB
    Files files;

    /**
     * A file.
     *
     * @param file null while it has not come
     * @param refusal why the party may not have it; null as a rule
     */
    record One(
            int position,
            @Nullable FileId file,
            String name,
            @Nullable Refusal refusal) {}

    /** Why a party may not have a file, and what it may know of it. */
    record Refusal(
            String provision, String reason, @Nullable String told) {}

    /** All files of an event. */
    List<One> of(long eventId) {
        return database.query(
                "SELECT position, file_id, name_sealed, withheld_provision, withheld_reason_sealed, withheld_told_sealed"
                        + " FROM case_event_attachment WHERE event_id = ?"
                        + " ORDER BY withheld_provision IS NOT NULL, position",
                this::one,
                eventId);
    }

    private One one(Row row) {
        String file = row.textOrNull("file_id");
        return new One(
                Math.toIntExact(row.number("position")),
                file == null ? null : new FileId(file),
                vault.open(row.bytes("name_sealed"), EventSeals.ATTACHMENT_NAME),
                refusal(row));
    }

    private @Nullable Refusal refusal(Row row) {
        String provision = row.textOrNull("withheld_provision");
        byte[] told = row.bytesOrNull("withheld_told_sealed");
        return provision == null
                ? null
                : new Refusal(
                        provision,
                        vault.open(row.bytes("withheld_reason_sealed"), EventSeals.WITHHELD_REASON),
                        told == null ? null : vault.open(told, EventSeals.WITHHELD_TOLD));
    }

    /** Those that the party may have, for a page. */
    List<AttachmentRef> references(List<One> all) {
        List<AttachmentRef> references = new ArrayList<>();
        for (One one : all) {
            if (one.refusal() == null) {
                StoredFile stored = stored(one).orElse(null);
                references.add(new AttachmentRef(
                        one.position(),
                        references.size() + 1,
                        one.name(),
                        stored == null ? null : new AttachmentRef.Content(stored.mediaType(), stored.size())));
            }
        }
        return List.copyOf(references);
    }

    /**
     * Those that the party may not have, for a page.
     *
     * @param sent whether the reader may read them
     */
    List<StaffEvent.Withheld> withheld(List<One> all, boolean sent) {
        List<StaffEvent.Withheld> withheld = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            One one = all.get(i);
            Refusal refusal = one.refusal();
            if (refusal != null) {
                boolean here = sent && stored(one).isPresent();
                withheld.add(new StaffEvent.Withheld(
                        one.name(), refusal.provision(), refusal.reason(), refusal.told(), here ? i + 1 : null));
            }
        }
        return List.copyOf(withheld);
    }

    /** The file at a place, when the reader may have it and it has come. */
    Optional<StoredFile> at(List<One> all, int place, boolean withheldToo) {
        return all.stream()
                .skip(place - 1L)
                .findFirst()
                .filter(one -> withheldToo || one.refusal() == null)
                .flatMap(this::stored);
    }

    private Optional<StoredFile> stored(One one) {
        return Optional.ofNullable(one.file()).flatMap(files::find);
    }
}
