package se.knutpunkt.hub.casefile;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
    public List<Optional<OpenedCase>> bindAll(List<ForeignCase> foreign) {
        // the first event known of a case tells when it was first heard of, and in one order nobody locks another out
        Map<Number, ForeignCase> wanted = new TreeMap<>();
        foreign.forEach(one -> wanted.putIfAbsent(number(one), one));
        Map<Number, Bound> bound = new HashMap<>();
        if (!wanted.isEmpty()) {
            find(wanted.keySet()).forEach(found -> bound.put(found.number(), found));
            insert(wanted.entrySet().stream()
                            .filter(one -> !bound.containsKey(one.getKey()))
                            .map(Map.Entry::getValue)
                            .toList())
                    .forEach(made -> bound.put(made.number(), made));
        }
        return foreign.stream()
                .map(one -> Optional.of(bound.get(number(one)))
                        .filter(found -> found.caseType().equals(one.caseType()))
                        .map(Bound::opened))
                .toList();
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

    private Number number(ForeignCase foreign) {
        return new Number(caseTypes.get(foreign.caseType()).authority().code(), foreign.caseNumber());
    }

    private List<Bound> find(Set<Number> numbers) {
        Values wanted = Values.of(2);
        numbers.forEach(number -> wanted.row(number.authority(), number.caseNumber()));
        return database.query(
                "SELECT id, public_id, authority, case_number, case_type FROM case_file"
                        + " WHERE (authority, case_number) IN (" + wanted.rows() + ")",
                JpaCases::bound,
                wanted.bound());
    }

    /** Two events of a new case may come at once: the one that loses the race gets the other's row. */
    private List<Bound> insert(List<ForeignCase> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Values rows = Values.of(16);
        for (ForeignCase foreign : cases) {
            CaseType type = caseTypes.get(foreign.caseType());
            rows.row(
                    UUID.randomUUID().toString(),
                    foreign.caseNumber(),
                    foreign.mainCaseNumber(),
                    type.code(),
                    type.authority().code(),
                    foreign.source(),
                    foreign.party(),
                    Direction.INCOMING,
                    foreign.firstHeard(),
                    clock.instant(),
                    type.filing().informationClass(),
                    type.filing().documentType(),
                    vault.seal(type.name().sv(), CaseFileRow.TITLE),
                    type.name().sv(),
                    type.retention().rule(),
                    type.retention().ground());
        }
        return database.query(
                "INSERT INTO case_file (public_id, case_number, main_case_number, case_type, authority, source,"
                        + " party_id, direction, received_at, registered_at, information_class, document_type,"
                        + " title_sealed, public_title, retention_rule, retention_ground) VALUES " + rows.rows()
                        + " ON DUPLICATE KEY UPDATE id = id"
                        + " RETURNING id, public_id, authority, case_number, case_type",
                JpaCases::bound,
                rows.bound());
    }

    private static Bound bound(Row row) {
        return new Bound(
                new Number(row.text("authority"), row.text("case_number")),
                new OpenedCase(row.number("id"), row.text("public_id"), row.text("case_number")),
                row.text("case_type"));
    }

    /** What makes a case of a source system unique. */
    private record Number(String authority, String caseNumber) implements Comparable<Number> {
        private static final Comparator<Number> ORDER =
                Comparator.comparing(Number::authority).thenComparing(Number::caseNumber);

        @Override
        public int compareTo(Number other) {
            return ORDER.compare(this, other);
        }
    }

    private record Bound(Number number, OpenedCase opened, String caseType) {}
}
