package se.knutpunkt.hub.party;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.vault.NumberHashes;
import se.knutpunkt.hub.vault.Vault;

/** The parties, as rows of {@code party}. */
@Stateless
public class JpaParties implements Parties {

    @PersistenceContext(unitName = "hub")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public PartyId register(IdentityNumber number) {
        // looking first keeps the common case free of locks
        return find(number).orElseGet(() -> insert(number));
    }

    @Override
    public Optional<PartyId> find(IdentityNumber number) {
        NumberHashes hashes = vault.hashesOfNumber(number);
        byte[] other = hashes.other() == null ? hashes.current() : hashes.other();
        return database.first(
                "SELECT id FROM party WHERE number_hash IN (?, ?) OR number_hash_other IN (?, ?) ORDER BY id LIMIT 1",
                row -> row.party("id"),
                hashes.current(),
                other,
                hashes.current(),
                other);
    }

    @Override
    public Party get(PartyId id) {
        return row(id).party(vault);
    }

    @Override
    public IdentityNumber numberOf(PartyId id) {
        return row(id).number(vault);
    }

    @Override
    public void rename(PartyId id, String name) {
        row(id).rename(name, vault);
    }

    @Override
    public void protect(PartyId id, boolean protectedIdentity) {
        row(id).protect(protectedIdentity);
    }

    @Override
    public ContactSettings contact(PartyId id) {
        return row(id).contact(vault);
    }

    @Override
    public void changeContact(PartyId id, ContactSettings settings) {
        row(id).changeContact(settings, vault);
    }

    /** Someone else may insert the same number between the look and this: then theirs is answered. */
    private PartyId insert(IdentityNumber number) {
        NumberHashes hashes = vault.hashesOfNumber(number);
        return new PartyId(database.insert(
                "INSERT INTO party (kind, number_hash, number_hash_other, number_sealed, created_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
                number.kind(),
                hashes.current(),
                hashes.other(),
                vault.seal(number.value(), PartyRow.NUMBER),
                clock.instant()));
    }

    private PartyRow row(PartyId id) {
        PartyRow row = entities.find(PartyRow.class, id.value());
        if (row == null) {
            // made by someone else after this transaction's first look: only a locking read sees it
            row = entities.find(PartyRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        }
        if (row == null) {
            throw new UnknownParty(id);
        }
        return row;
    }
}
