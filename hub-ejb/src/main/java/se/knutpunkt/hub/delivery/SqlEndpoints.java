package se.knutpunkt.hub.delivery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.vault.Vault;

/** Endpoints by plain SQL; their secrets are sealed. */
@Stateless
public class SqlEndpoints implements Endpoints {
    private static final String CONTEXT = "endpoint.secret";

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public OpenedEndpoint open(URI address) {
        String secret = Signature.newSecret();
        long id = database.insert(
                "INSERT INTO endpoint (address, secret_sealed, secret_made_at) VALUES (?, ?, ?)",
                address.toString(),
                vault.seal(secret, CONTEXT),
                clock.instant());
        return new OpenedEndpoint(id, secret);
    }

    @Override
    public Optional<Endpoint> find(long id) {
        Instant now = clock.instant();
        return database.first(
                "SELECT id, address, secret_made_at, IF(former_ends_at > ?, former_ends_at, NULL) AS former_ends_at"
                        + " FROM endpoint WHERE id = ?",
                row -> new Endpoint(
                        row.number("id"),
                        URI.create(row.text("address")),
                        row.instant("secret_made_at"),
                        row.instantOrNull("former_ends_at")),
                now,
                id);
    }

    @Override
    public void move(long id, URI address) {
        database.update("UPDATE endpoint SET address = ? WHERE id = ?", address.toString(), id);
    }

    @Override
    public Optional<String> rotate(long id, Duration overlap) {
        String secret = Signature.newSecret();
        Instant now = clock.instant();
        // set in this order: MariaDB takes the columns from left to right
        int changed = database.update(
                "UPDATE endpoint SET former_sealed = secret_sealed, former_ends_at = ?, secret_sealed = ?,"
                        + " secret_made_at = ? WHERE id = ?",
                now.plus(overlap),
                vault.seal(secret, CONTEXT),
                now,
                id);
        return changed == 1 ? Optional.of(secret) : Optional.empty();
    }

    @Override
    public Optional<SealedEndpoint> sealed(long id) {
        return database.first(
                "SELECT address, secret_sealed, former_sealed, former_ends_at FROM endpoint WHERE id = ?",
                row -> {
                    byte[] former = row.bytesOrNull("former_sealed");
                    return new SealedEndpoint(
                            URI.create(row.text("address")),
                            vault.open(row.bytes("secret_sealed"), CONTEXT),
                            former == null ? null : vault.open(former, CONTEXT),
                            row.instantOrNull("former_ends_at"));
                },
                id);
    }
}
