package se.knutpunkt.hub.representation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Takes guardians and proxies from their files, whole or not at all, when a file has changed since it was last read. */
@Stateless
public class RelationImport {

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
     * Imports guardians; those of the file replace all known before.
     *
     * @throws ImportRefused when the file cannot be read or is malformed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void guardians(Path file) {
        byte[] content = content(file);
        if (isKnown("GUARDIANS", content)) {
            return;
        }
        GuardianFile.Content read = GuardianFile.read(new ByteArrayInputStream(content), SwedishTime.today(clock));
        for (GuardianFile.Person person : read.persons()) {
            PartyId party = parties.register(person.number());
            parties.protect(party, person.protectedIdentity());
            if (person.name() != null) {
                parties.rename(party, person.name());
            }
        }
        database.update("DELETE FROM guardianship");
        for (GuardianFile.Link link : read.links()) {
            database.update(
                    "INSERT INTO guardianship (guardian_id, child_id, from_date, until_date) VALUES (?, ?, ?, ?)",
                    parties.register(link.pair().guardian()),
                    parties.register(link.pair().child()),
                    link.from(),
                    link.until());
        }
        mark("GUARDIANS", content);
    }

    /**
     * Imports powers of attorney; those of the file replace all known before.
     *
     * @throws ImportRefused when the file cannot be read or is malformed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void proxies(Path file) {
        byte[] content = content(file);
        if (isKnown("PROXIES", content)) {
            return;
        }
        List<ProxyFile.Mandate> mandates =
                ProxyFile.read(new String(content, StandardCharsets.UTF_8), SwedishTime.today(clock));
        database.update("DELETE FROM mandate");
        mandates.forEach(this::insert);
        mark("PROXIES", content);
    }

    private void insert(ProxyFile.Mandate mandate) {
        PartyId grantor = parties.register(mandate.grantor());
        String name = mandate.grantorName();
        if (name != null && parties.get(grantor).name() == null) {
            parties.rename(grantor, name);
        }
        String label = mandate.label();
        database.update(
                "INSERT INTO mandate (holder_id, grantor_id, from_date, until_date, case_types, label_sealed)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                parties.register(mandate.holder()),
                grantor,
                mandate.from(),
                mandate.until(),
                String.join(",", mandate.caseTypes()),
                label == null ? null : vault.seal(label, LABEL));
    }

    /** Makes the row first, which locks it: two nodes that start at once import one after the other. */
    private boolean isKnown(String kind, byte[] content) {
        database.update(
                "INSERT INTO import_mark (kind, file_sha256, imported_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE imported_at = imported_at",
                kind,
                new byte[SHA256_LENGTH],
                clock.instant());
        byte[] known = database.first(
                        "SELECT file_sha256 FROM import_mark WHERE kind = ? FOR UPDATE",
                        row -> row.bytes("file_sha256"),
                        kind)
                .orElseThrow();
        return Arrays.equals(known, sha256(content));
    }

    private void mark(String kind, byte[] content) {
        database.update(
                "UPDATE import_mark SET file_sha256 = ?, imported_at = ? WHERE kind = ?",
                sha256(content),
                clock.instant(),
                kind);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ImportRefused("the file cannot be read");
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
