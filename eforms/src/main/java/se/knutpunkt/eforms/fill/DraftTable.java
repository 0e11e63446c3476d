package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** The rows of {@code draft}. Contents are sealed, bound to the row by its reference. */
@ApplicationScoped
class DraftTable {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int REF_LENGTH = 32;
    private static final String CONTENT = "draft.content:";
    private static final String COLUMNS =
            "SELECT id, owner_ref, owner_party, represented_party, form_version_id, content_sealed, changed_at, expires_at, sent_at"
                    + " FROM draft ";

    private final SecureRandom random = new SecureRandom();

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    DraftRef insert(long versionId, @Nullable PartyId owner, @Nullable PartyId represented, DraftContent content) {
        DraftRef ref = newRef();
        Instant now = clock.instant();
        database.insert(
                "INSERT INTO draft (ref_hash, owner_ref, owner_party, represented_party, form_version_id, content_sealed,"
                        + " changed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                hash(ref),
                owner == null ? null : ref.value(),
                owner,
                represented,
                versionId,
                sealed(ref, content),
                now,
                now.plus(Duration.ofDays(Drafts.DAYS_KEPT)));
        return ref;
    }

    /** The draft, sent or not; an expired one is gone. */
    Optional<DraftRow> find(DraftRef ref) {
        return database.first(
                COLUMNS + "WHERE ref_hash = ? AND (expires_at > ? OR sent_at IS NOT NULL)",
                row -> draft(row, ref),
                hash(ref),
                clock.instant());
    }

    /** As {@link #find}, and locked until the caller's transaction ends. */
    Optional<DraftRow> lock(DraftRef ref) {
        return database.first(
                COLUMNS + "WHERE ref_hash = ? AND (expires_at > ? OR sent_at IS NOT NULL) FOR UPDATE",
                row -> draft(row, ref),
                hash(ref),
                clock.instant());
    }

    /** Those of a person in one role. */
    List<DraftRow> ofOwner(PartyId owner, @Nullable PartyId represented) {
        return database.query(
                COLUMNS + "WHERE owner_party = ? AND represented_party <=> ? AND sent_at IS NULL AND expires_at > ?"
                        + " ORDER BY changed_at DESC, id DESC",
                row -> draft(row, new DraftRef(row.text("owner_ref"))),
                owner,
                represented,
                clock.instant());
    }

    void save(DraftRow draft, DraftContent content) {
        Instant now = clock.instant();
        database.update(
                "UPDATE draft SET content_sealed = ?, changed_at = ?, expires_at = ? WHERE id = ?",
                sealed(draft.ref(), content),
                now,
                now.plus(Duration.ofDays(Drafts.DAYS_KEPT)),
                draft.id());
    }

    /** Binds a draft to another version. A draft that has no owner any more is found by its reference alone. */
    void move(
            DraftRow draft,
            long versionId,
            @Nullable PartyId owner,
            @Nullable PartyId represented,
            DraftContent content) {
        Instant now = clock.instant();
        database.update(
                "UPDATE draft SET form_version_id = ?, owner_ref = ?, owner_party = ?, represented_party = ?,"
                        + " content_sealed = ?, changed_at = ?, expires_at = ? WHERE id = ?",
                versionId,
                owner == null ? null : draft.ref().value(),
                owner,
                represented,
                sealed(draft.ref(), content),
                now,
                now.plus(Duration.ofDays(Drafts.DAYS_KEPT)),
                draft.id());
    }

    /** How many unsent drafts there are on all versions of a form. */
    long countOpen(String slug) {
        return database.first(
                        "SELECT COUNT(*) AS n FROM form f JOIN form_version v ON v.form_id = f.id"
                                + " JOIN draft d ON d.form_version_id = v.id"
                                + " WHERE f.slug = ? AND d.sent_at IS NULL AND d.expires_at > ?",
                        row -> row.number("n"),
                        slug,
                        clock.instant())
                .orElse(0L);
    }

    /** Empties a draft that has become a submission. */
    void sent(DraftRow draft, Instant at) {
        database.update("DELETE FROM draft_file WHERE draft_id = ?", draft.id());
        database.update(
                "UPDATE draft SET content_sealed = ?, sent_at = ? WHERE id = ?",
                sealed(draft.ref(), DraftContent.EMPTY),
                at,
                draft.id());
    }

    void delete(DraftRow draft) {
        database.update("DELETE FROM draft WHERE id = ? AND sent_at IS NULL", draft.id());
    }

    private DraftRow draft(Row row, DraftRef ref) {
        Long owner = row.numberOrNull("owner_party");
        return new DraftRow(
                row.number("id"),
                ref,
                owner == null ? null : new PartyId(owner),
                row.partyOrNull("represented_party"),
                row.number("form_version_id"),
                DraftContent.of(vault.open(row.bytes("content_sealed"), context(ref))),
                row.instant("changed_at"),
                row.instant("expires_at"),
                row.instantOrNull("sent_at"));
    }

    private byte[] sealed(DraftRef ref, DraftContent content) {
        return vault.seal(content.json(), context(ref));
    }

    private static String context(DraftRef ref) {
        return CONTENT + HexFormat.of().formatHex(hash(ref));
    }

    private DraftRef newRef() {
        StringBuilder ref = new StringBuilder(REF_LENGTH);
        for (int i = 0; i < REF_LENGTH; i++) {
            ref.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new DraftRef(ref.toString());
    }

    /** 160 random bits can't be guessed from their hash, so no key is needed. */
    static byte[] hash(DraftRef ref) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ref.value().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
