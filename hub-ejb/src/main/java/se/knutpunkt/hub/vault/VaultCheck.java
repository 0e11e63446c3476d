package se.knutpunkt.hub.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.IdentityNumber;

/** Tells whether the keys in use are those that the data was sealed with. */
@Dependent
public class VaultCheck {

    private static final String CONTEXT = "vault_check.seal";
    private static final String CONSTANT = "knutpunkt";
    private static final IdentityNumber PROBE = new IdentityNumber(IdentityNumber.Kind.PRID, CONSTANT);

    @Inject
    Vault vault;

    @Inject
    Database database;

    private record Kept(byte[] seal, byte[] indexHash) {}

    /**
     * Compares the keys with what an earlier start left; the first start leaves it.
     *
     * @throws WrongKeys when they do not fit
     */
    public void check() {
        NumberHashes hashes = vault.hashesOfNumber(PROBE);
        // two nodes may start at once: the first row stands
        database.update(
                "INSERT INTO vault_check (id, seal, index_hash) VALUES (1, ?, ?) ON DUPLICATE KEY UPDATE id = id",
                vault.seal(CONSTANT, CONTEXT),
                hashes.current());
        Kept kept = database.first(
                        "SELECT seal, index_hash FROM vault_check WHERE id = 1",
                        row -> new Kept(row.bytes("seal"), row.bytes("index_hash")))
                .orElseThrow();
        try {
            vault.open(kept.seal(), CONTEXT);
        } catch (SealBroken broken) {
            throw new WrongKeys(broken);
        }
        if (!Arrays.equals(kept.indexHash(), hashes.current()) && !Arrays.equals(kept.indexHash(), hashes.other())) {
            throw new WrongKeys(null);
        }
    }
}
