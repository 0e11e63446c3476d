package se.knutpunkt.hub.party;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.vault.NumberHashes;
import se.knutpunkt.hub.vault.Vault;

/** The parties, as rows of {@code party}. */
@Stateless
public class JpaParties implements Parties {

    private static final Logger LOG = System.getLogger(JpaParties.class.getName());

    /** Where a hash may stand, those that count least first. */
    private static final String[] LOOKED_IN = {
        "SELECT %d AS preference, number_hash_other AS hash, party_id AS party FROM party_former_number"
                + " WHERE number_hash_other IN (%s)",
        "SELECT %d, number_hash, party_id FROM party_former_number WHERE number_hash IN (%s)",
        "SELECT %d, number_hash_other, id FROM party WHERE number_hash_other IN (%s)",
        "SELECT %d, number_hash, id FROM party WHERE number_hash IN (%s)"
    };

    @PersistenceContext(unitName = "hub")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    PartyJoins joins;

    @Override
    public PartyId register(IdentityNumber number) {
        // looking first keeps the common case free of locks
        return find(number).orElseGet(() -> insert(number));
    }

    @Override
    public Map<IdentityNumber, PartyId> registerAll(Set<IdentityNumber> numbers) {
        Map<IdentityNumber, PartyId> parties = new HashMap<>();
        if (numbers.isEmpty()) {
            return parties;
        }
        Map<IdentityNumber, NumberHashes> hashes = new LinkedHashMap<>();
        numbers.forEach(number -> hashes.put(number, vault.hashesOfNumber(number)));
        Map<ByteBuffer, PartyId> known = known(hashes.values());
        for (Map.Entry<IdentityNumber, NumberHashes> one : hashes.entrySet()) {
            Stream.of(
                            Optional.of(one.getValue().current()),
                            Optional.ofNullable(one.getValue().other()))
                    .flatMap(Optional::stream)
                    .map(hash -> known.get(ByteBuffer.wrap(hash)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(party -> parties.put(one.getKey(), party));
        }
        // in one order, so that two that make the same parties at once wait for each other and do not lock each other
        // out
        numbers.stream()
                .filter(number -> !parties.containsKey(number))
                .sorted(Comparator.comparing(
                        number -> ByteBuffer.wrap(hashes.get(number).current())))
                .forEach(number -> parties.put(number, insert(number)));
        return parties;
    }

    /** One statement of four ranges: with OR between the columns MariaDB would read more, and four would be three trips more. */
    private static String lookup(String hashes) {
        return IntStream.range(0, LOOKED_IN.length)
                .mapToObj(preference -> LOOKED_IN[preference].formatted(preference, hashes))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** @param preference of several parties for a hash, the one with the highest counts */
    private record Found(long preference, ByteBuffer hash, PartyId party) {}

    /** The parties of numbers, current ones over former ones, by each hash that leads to them. */
    private Map<ByteBuffer, PartyId> known(Collection<NumberHashes> hashes) {
        Values wanted = Values.of(hashes.stream()
                .flatMap(one -> Stream.of(Optional.of(one.current()), Optional.ofNullable(one.other())))
                .flatMap(Optional::stream)
                .toList());
        Map<ByteBuffer, PartyId> known = new HashMap<>();
        database
                .query(
                        lookup(wanted.rows()),
                        row -> new Found(
                                row.number("preference"), ByteBuffer.wrap(row.bytes("hash")), row.party("party")),
                        Stream.of(LOOKED_IN)
                                .flatMap(place -> Stream.of(wanted.bound()))
                                .toArray())
                .stream()
                .sorted(Comparator.comparing(Found::preference))
                .forEach(found -> known.put(found.hash(), found.party()));
        return known;
    }

    @Override
    public PartyId succeed(IdentityNumber former, IdentityNumber current) {
        Optional<PartyId> known = find(current);
        Optional<PartyId> before = find(former);
        if (known.isEmpty() && before.isPresent()) {
            replace(before.get(), current);
            return before.get();
        }
        if (known.isPresent() && before.isPresent() && !known.equals(before)) {
            join(before.get(), known.get());
        }
        return known.orElseGet(() -> insert(current));
    }

    @Override
    public Optional<PartyId> find(IdentityNumber number) {
        NumberHashes hashes = vault.hashesOfNumber(number);
        byte[] now = hashes.current();
        byte[] other = hashes.other() == null ? now : hashes.other();
        // in one, so that a number that nobody has takes no more statements than one that somebody has
        return database.first(
                "SELECT id FROM (SELECT 0 AS former, id FROM party WHERE number_hash IN (?, ?) OR number_hash_other IN (?, ?)"
                        + " UNION ALL SELECT 1, party_id FROM party_former_number"
                        + " WHERE number_hash IN (?, ?) OR number_hash_other IN (?, ?)) found ORDER BY former, id LIMIT 1",
                row -> row.party("id"),
                now,
                other,
                now,
                other,
                now,
                other,
                now,
                other);
    }

    @Override
    public PartyId present(PartyId id) {
        return database.first("SELECT party_id FROM party_join WHERE former_id = ?", row -> row.party("party_id"), id)
                .orElse(id);
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

    /** The locks are taken in one order, so that two logins of the person at once wait for each other. */
    private void join(PartyId former, PartyId party) {
        List<PartyId> there = database.query(
                "SELECT id FROM party WHERE id IN (?, ?) ORDER BY id FOR UPDATE",
                row -> row.party("id"),
                former,
                party);
        if (!there.contains(former)) {
            // another login of the person has joined them while this one waited
            return;
        }
        keepNumber(former, party);
        joins.join(former, party);
        LOG.log(Level.INFO, "party {0} joined into party {1} by a replaced number", former.value(), party.value());
    }

    /**
     * Lets the number that a party bears now lead to a party for ever. It need not be the one that the provider says was
     * replaced: that one may have been replaced before, and leads there already.
     */
    private void keepNumber(PartyId bearer, PartyId party) {
        database.update(
                "INSERT INTO party_former_number (number_hash, number_hash_other, kind, number_sealed, party_id, replaced_at)"
                        + " SELECT number_hash, number_hash_other, kind, number_sealed, ?, ? FROM party WHERE id = ?"
                        + " ON DUPLICATE KEY UPDATE party_id = party_former_number.party_id",
                party,
                clock.instant(),
                bearer);
    }

    private void replace(PartyId party, IdentityNumber current) {
        keepNumber(party, party);
        NumberHashes fresh = vault.hashesOfNumber(current);
        database.update(
                "UPDATE party SET kind = ?, number_hash = ?, number_hash_other = ?, number_sealed = ? WHERE id = ?",
                current.kind(),
                fresh.current(),
                fresh.other(),
                vault.seal(current.value(), PartyRow.NUMBER),
                party.value());
    }

    @Override
    public List<Party> getAll(Set<PartyId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("SELECT p FROM PartyRow p WHERE p.id IN :ids", PartyRow.class)
                .setParameter("ids", ids.stream().map(PartyId::value).toList())
                .getResultStream()
                .map(row -> row.party(vault))
                .toList();
    }

    @Override
    public Map<PartyId, LocalDate> birthDatesOf(Set<PartyId> ids) {
        Map<PartyId, LocalDate> births = new HashMap<>();
        ids.forEach(id -> row(id).number(vault).birthDate().ifPresent(birth -> births.put(id, birth)));
        return births;
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
