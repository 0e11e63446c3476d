package se.knutpunkt.hub.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.register.Name;

/** Cases by their public ids, with those of other systems that carry them on. They tell nothing to anyone by themselves. */
@Dependent
class KnownCases {
    @Inject
    Database database;

    /** A case of another system that carries one on. */
    record Part(long id, String caseNumber) {}

    /** A case that is one to whoever reads. */
    record KnownCase(long id, CaseRef ref, List<Part> parts) {

        /** The ids of all its cases. */
        List<Long> ids() {
            return Stream.concat(Stream.of(id), parts.stream().map(Part::id)).toList();
        }

        /** The numbers by which other systems know it. */
        List<String> carriedOnAs() {
            return parts.stream().map(Part::caseNumber).toList();
        }
    }

    /** The case of an id; of one that carries another on, that one. */
    Optional<KnownCase> find(String caseId) {
        return database.first(
                        """
                        SELECT c.id, c.public_id, c.case_number, c.main_case_number, t.name_sv, t.name_en,
                               a.name_sv AS authority_sv, a.name_en AS authority_en
                          FROM case_file asked
                          JOIN case_file c ON c.id = COALESCE(asked.part_of, asked.id)
                          JOIN case_type t ON t.code = c.case_type
                          JOIN authority a ON a.code = c.authority
                         WHERE asked.public_id = ?
                        """,
                        row -> new KnownCase(
                                row.number("id"),
                                new CaseRef(
                                        row.text("public_id"),
                                        row.text("case_number"),
                                        row.textOrNull("main_case_number"),
                                        new Name(row.text("name_sv"), row.text("name_en")),
                                        new Name(row.text("authority_sv"), row.text("authority_en"))),
                                List.of()),
                        caseId)
                .map(found -> new KnownCase(found.id(), found.ref(), parts(found.id())));
    }

    private List<Part> parts(long caseId) {
        return database.query(
                "SELECT id, case_number FROM case_file WHERE part_of = ? ORDER BY id LIMIT 50",
                row -> new Part(row.number("id"), row.text("case_number")),
                caseId);
    }
}
