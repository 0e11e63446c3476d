package se.knutpunkt.hub.casefile;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import se.knutpunkt.hub.database.Database;
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
    public OpenedCase bind(ForeignCase foreign) {
        CaseType type = caseTypes.get(foreign.caseType());
        String authority = type.authority().code();
        Bound bound = bound(authority, foreign.caseNumber()).orElseGet(() -> insert(foreign, type));
        if (!bound.caseType().equals(type.code())) {
            throw new CaseOfOtherType();
        }
        return bound.opened();
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

    private record Bound(OpenedCase opened, String caseType) {}

    private Optional<Bound> bound(String authority, String caseNumber) {
        return database.first(
                "SELECT id, public_id, case_number, case_type FROM case_file WHERE authority = ? AND case_number = ?",
                row -> new Bound(
                        new OpenedCase(row.number("id"), row.text("public_id"), row.text("case_number")),
                        row.text("case_type")),
                authority,
                caseNumber);
    }

    /** Two events of a new case may come at once: the one that loses the race gets the other's row. */
    private Bound insert(ForeignCase foreign, CaseType type) {
        return database.first(
                        """
                        INSERT INTO case_file (public_id, case_number, main_case_number, case_type, authority, source,
                                               party_id, direction, received_at, registered_at, information_class,
                                               document_type, title_sealed, public_title, retention_rule,
                                               retention_ground)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE id = id
                        RETURNING id, public_id, case_number, case_type
                        """,
                        row -> new Bound(
                                new OpenedCase(row.number("id"), row.text("public_id"), row.text("case_number")),
                                row.text("case_type")),
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
                        type.retention().ground())
                .orElseThrow();
    }
}
