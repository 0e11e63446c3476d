package se.knutpunkt.hub.representation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/**
 * Takes guardians, proxies and trustees from their files, whole or not at all, when a file has changed since it was last
 * read; and guardians of one child from a look-up.
 */
@Stateless
public class RelationImport {

    private static final String GUARDIANS = "GUARDIANS";
    private static final String PROXIES = "PROXIES";

    static final String LABEL = "mandate.label";
    private static final int SHA256_LENGTH = 32;

    @EJB
    Parties parties;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * Imports guardians; those of the file replace all known before. A file that is the same as last time, but newer,
     * confirms them; one that is older than what is known is passed by.
     *
     * @throws ImportRefused when the file cannot be read or is malformed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void guardians(Path file) {
        FileRegister register = new FileRegister(file, clock);
        Instant asOf = register.asOf().orElseThrow(() -> new ImportRefused("the file cannot be read"));
        Mark mark = mark(GUARDIANS);
        if (mark.asOf() != null && !asOf.isAfter(mark.asOf())) {
            return;
        }
        FileRegister.Snapshot snapshot = register.snapshot();
        byte[] content = snapshot.content().array();
        // what an earlier release read is read anew: it knew fewer of the register's marks
        if (mark.asOf() != null && mark.sha256().equals(ByteBuffer.wrap(sha256(content)))) {
            // each again: in between a child may have been looked up, which is newer still
            database.update(
                    "UPDATE guardianship SET confirmed_at = ? WHERE confirmed_at < ?",
                    snapshot.asOf(),
                    snapshot.asOf());
        } else {
            replaceGuardians(register.content(snapshot), snapshot.asOf());
        }
        keepMark(GUARDIANS, content, snapshot.asOf());
    }

    private void replaceGuardians(GuardianFile.Content content, Instant asOf) {
        content.successors().forEach(parties::succeed);
        content.persons().forEach(this::keepPerson);
        database.update("DELETE FROM guardianship");
        content.links().forEach(link -> insert(link, asOf));
    }

    /**
     * Takes what the register says of one child, in the place of what was known of that child's guardians.
     *
     * @param answer null when the register has no record: then nobody is the child's guardian
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void child(PartyId child, @Nullable RegisterAnswer answer) {
        database.update("DELETE FROM guardianship WHERE child_id = ?", child);
        if (answer != null) {
            keepPerson(answer.person());
            answer.guardians().forEach(link -> insert(link, answer.asOf()));
        }
    }

    private void keepPerson(GuardianFile.Person person) {
        PartyId party = parties.register(person.number());
        parties.protect(party, person.protectedIdentity());
        if (person.name() != null) {
            parties.rename(party, person.name());
        }
    }

    private void insert(GuardianFile.Link link, Instant asOf) {
        database.update(
                "INSERT INTO guardianship (guardian_id, child_id, from_date, until_date, confirmed_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                parties.register(link.pair().guardian()),
                parties.register(link.pair().child()),
                link.from(),
                link.until(),
                asOf);
    }

    /**
     * Imports powers of attorney and trustees; those of the file replace all known before. A file that is older than what
     * is known is passed by: on another node an earlier one may lie, and what was revoked must not open again.
     *
     * @throws ImportRefused when the file cannot be read or is malformed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void proxies(Path file) {
        FileRegister register = new FileRegister(file, clock);
        Instant asOf = register.asOf().orElseThrow(() -> new ImportRefused("the file cannot be read"));
        Mark mark = mark(PROXIES);
        if (mark.asOf() != null && !asOf.isAfter(mark.asOf())) {
            return;
        }
        FileRegister.Snapshot snapshot = register.snapshot();
        byte[] content = snapshot.content().array();
        if (mark.asOf() != null && mark.sha256().equals(ByteBuffer.wrap(sha256(content)))) {
            keepMark(PROXIES, content, snapshot.asOf());
            return;
        }
        List<ProxyFile.Mandate> mandates =
                ProxyFile.read(new String(content, StandardCharsets.UTF_8), SwedishTime.today(clock));
        database.update("DELETE FROM mandate");
        mandates.forEach(this::insert);
        keepMark(PROXIES, content, snapshot.asOf());
    }

    private void insert(ProxyFile.Mandate mandate) {
        PartyId grantor = parties.register(mandate.grantor());
        String name = mandate.grantorName();
        if (name != null && parties.get(grantor).name() == null) {
            parties.rename(grantor, name);
        }
        String label = mandate.label() == null ? relationInWords(mandate.appointment()) : mandate.label();
        Appointment appointment = mandate.appointment();
        database.update(
                "INSERT INTO mandate (holder_id, grantor_id, from_date, until_date, case_types, label_sealed, relation,"
                        + " appointed_as, duties) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parties.register(mandate.holder()),
                grantor,
                mandate.from(),
                mandate.until(),
                String.join(",", mandate.caseTypes()),
                label == null ? null : vault.seal(label, LABEL),
                mandate.relation(),
                appointment == null ? null : appointment.kind(),
                appointment == null
                        ? ""
                        : appointment.duties().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    /** Labels are registered in Swedish; of a trustee one is always known. */
    private static @Nullable String relationInWords(@Nullable Appointment appointment) {
        if (appointment == null) {
            return null;
        }
        return appointment.kind() == Appointment.Kind.GOD_MAN ? "du är god man" : "du är förvaltare";
    }

    /**
     * What was imported last.
     *
     * @param asOf the age of its information; null when that is not known
     */
    private record Mark(ByteBuffer sha256, @Nullable Instant asOf) {}

    /** Makes the row first, which locks it: two nodes that read at once import one after the other. */
    private Mark mark(String kind) {
        database.update(
                "INSERT INTO import_mark (kind, file_sha256, imported_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE imported_at = imported_at",
                kind,
                new byte[SHA256_LENGTH],
                clock.instant());
        return database.first(
                        "SELECT file_sha256, as_of FROM import_mark WHERE kind = ? FOR UPDATE",
                        row -> new Mark(ByteBuffer.wrap(row.bytes("file_sha256")), row.instantOrNull("as_of")),
                        kind)
                .orElseThrow();
    }

    private void keepMark(String kind, byte[] content, Instant asOf) {
        database.update(
                "UPDATE import_mark SET file_sha256 = ?, imported_at = ?, as_of = ? WHERE kind = ?",
                sha256(content),
                clock.instant(),
                asOf,
                kind);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
