package se.knutpunkt.hub.casefile;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** The cases, as rows of {@code case_file}. */
@Stateless
public class JpaCases implements Cases {
    private static final String KNOWN =
            "id, authority, case_number, case_type, main_case_number, party_id, source, received_at";

    @PersistenceContext(unitName = "hub")
    EntityManager entities;

    @EJB
    CaseTypes caseTypes;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public OpenedCase open(NewCase newCase) {
        CaseType type = caseTypes.get(newCase.caseType());
        CaseFileRow row = new CaseFileRow(newCase, type, clock.instant(), vault);
        row.numberedBy(SourceSystem.PORTAL, nextNumber(type.prefix()));
        entities.persist(row);
        // events of the same transaction refer to the row by plain SQL
        entities.flush();
        return row.opened();
    }

    @Override
    public Map<CaseKey, KnownCase> find(Set<CaseKey> keys) {
        Map<CaseKey, KnownCase> known = new HashMap<>();
        // one authority at a time: MariaDB finds no range in a list of pairs
        keys.stream().collect(Collectors.groupingBy(CaseKey::authority)).forEach((authority, wanted) -> {
            Values numbers = Values.of(wanted.stream().map(CaseKey::caseNumber).toList());
            database.query(
                            "SELECT " + KNOWN + " FROM case_file WHERE authority = ?" + " AND case_number IN ("
                                    + numbers.rows() + ")",
                            JpaCases::known,
                            numbers.boundAfter(authority))
                    .forEach(found -> known.put(found.key(), found));
        });
        return known;
    }

    @Override
    public Map<CaseKey, KnownCase> make(Map<CaseKey, ForeignCase> foreign) {
        Map<CaseKey, KnownCase> made = new HashMap<>();
        if (foreign.isEmpty()) {
            return made;
        }
        Values rows = Values.of(16);
        foreign.forEach((key, one) -> {
            CaseType type = caseTypes.get(one.caseType());
            rows.row(
                    UUID.randomUUID().toString(),
                    key.caseNumber(),
                    one.mainCaseNumber(),
                    type.code(),
                    key.authority(),
                    one.source(),
                    one.party(),
                    Direction.INCOMING,
                    one.firstHeard(),
                    clock.instant(),
                    type.filing().informationClass(),
                    type.filing().documentType(),
                    vault.seal(type.name().sv(), CaseFileRow.TITLE),
                    type.name().sv(),
                    type.retention().rule(),
                    type.retention().ground());
        });
        database.query(
                        "INSERT INTO case_file (public_id, case_number, main_case_number, case_type, authority, source,"
                                + " party_id, direction, received_at, registered_at, information_class, document_type,"
                                + " title_sealed, public_title, retention_rule, retention_ground) VALUES "
                                + rows.rows()
                                + " ON DUPLICATE KEY UPDATE id = id RETURNING " + KNOWN,
                        JpaCases::known,
                        rows.bound())
                .forEach(one -> made.put(one.key(), one));
        return made;
    }

    @Override
    public void lock(Set<Long> ids) {
        if (!ids.isEmpty()) {
            Values wanted = Values.of(ids);
            database.query(
                    "SELECT id FROM case_file WHERE id IN (" + wanted.rows() + ") ORDER BY id FOR UPDATE",
                    row -> row.number("id"),
                    wanted.bound());
        }
    }

    @Override
    public void tell(long id, ForeignCase facts) {
        database.update(
                // what a hand-over has bound, no event unbinds
                "UPDATE case_file SET party_id = ?, received_at = ?,"
                        + " main_case_number = IF(part_of IS NULL, ?, main_case_number) WHERE id = ?",
                facts.party(),
                facts.firstHeard(),
                facts.mainCaseNumber(),
                id);
    }

    @Override
    public long bind(long mainCase, String source, String caseNumber) {
        CaseFile main = get(mainCase).orElseThrow();
        if (main.caseNumber().equals(caseNumber)) {
            return mainCase;
        }
        CaseKey key = new CaseKey(main.authority(), caseNumber);
        ForeignCase told = new ForeignCase(source, main.caseType(), main.caseNumber(), main.party(), main.received());
        long id = make(Map.of(key, told)).values().iterator().next().id();
        int bound = database.update(
                "UPDATE case_file SET part_of = ?, main_case_number = ? WHERE id = ? AND source = ? AND case_type = ?"
                        + " AND (part_of IS NULL OR part_of = ?)"
                        // two persons' cases are never one: each would see what is the other's
                        + " AND (party_id IS NULL OR party_id = ?)",
                mainCase,
                main.caseNumber(),
                id,
                source,
                main.caseType(),
                mainCase,
                main.party());
        // MariaDB's driver counts the rows that were found, changed or not
        if (bound != 1) {
            throw new CaseBoundElsewhere();
        }
        return id;
    }

    private static KnownCase known(Row row) {
        return new KnownCase(
                new CaseKey(row.text("authority"), row.text("case_number")),
                row.number("id"),
                row.text("case_type"),
                row.textOrNull("main_case_number"),
                row.partyOrNull("party_id"),
                row.text("source").equals(SourceSystem.PORTAL) ? null : row.instant("received_at"));
    }

    @Override
    public Optional<CaseFile> get(long id) {
        return Optional.ofNullable(entities.find(CaseFileRow.class, id)).map(row -> row.caseFile(vault));
    }

    @Override
    public Optional<CaseFile> find(String publicId) {
        return entities.createQuery("SELECT c FROM CaseFileRow c WHERE c.publicId = :id", CaseFileRow.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .map(row -> row.caseFile(vault));
    }

    private String nextNumber(String prefix) {
        int year = SwedishTime.today(clock).getYear();
        long number = database.first(
                        "INSERT INTO case_series (prefix, year, last_number) VALUES (?, ?, 1)"
                                + " ON DUPLICATE KEY UPDATE last_number = last_number + 1 RETURNING last_number",
                        row -> row.number("last_number"),
                        prefix,
                        year)
                .orElseThrow();
        return CaseNumber.of(prefix, year, number);
    }
}
