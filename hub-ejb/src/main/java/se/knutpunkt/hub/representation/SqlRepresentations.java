package se.knutpunkt.hub.representation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.Party;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Guardians and proxies as rows, asked at each look. */
@Stateless
public class SqlRepresentations implements Representations {

    @EJB
    Parties parties;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public List<Represented> of(PartyId reader) {
        Instant now = clock.instant();
        LocalDate today = SwedishTime.dateOf(now);
        List<Represented> all = new ArrayList<>();
        for (PartyId child : children(reader, Custody.State.STANDS, now)) {
            Represented represented = represented(child, new Ground(Relation.GUARDIAN, null, Set.of(), null), today);
            if (represented != null) {
                all.add(represented);
            }
        }
        List<Mandate> mandates = joined(mandates(reader, today));
        parties.getAll(mandates.stream().map(Mandate::grantor).collect(Collectors.toSet()));
        for (Mandate mandate : mandates) {
            Represented represented = represented(mandate.grantor(), mandate.ground(), today);
            if (represented != null) {
                all.add(represented);
            }
        }
        return all;
    }

    @Override
    public Optional<Represented> find(PartyId reader, PartyId whom) {
        return of(reader).stream().filter(one -> one.party().equals(whom)).findFirst();
    }

    @Override
    public boolean isStale(PartyId reader) {
        // a child with protected identity is never told of, neither as seen nor as closed
        return children(reader, Custody.State.STALE, clock.instant()).stream()
                .anyMatch(child -> !parties.get(child).protectedIdentity());
    }

    private record Ground(
            Relation relation,
            @Nullable String label,
            Set<String> caseTypes,
            @Nullable Appointment appointment) {
        Ground with(Ground other) {
            Set<String> both = new TreeSet<>(caseTypes);
            both.addAll(other.caseTypes);
            // none named is all of them
            boolean all = caseTypes.isEmpty() || other.caseTypes.isEmpty();
            return new Ground(relation, label, all ? Set.of() : both, appointment);
        }
    }

    private record Mandate(PartyId grantor, Ground ground) {}

    @Override
    public List<PartyId> guardiansOf(PartyId child) {
        return links("child_id", child, Custody.State.STANDS, clock.instant()).stream()
                .map(Link::guardian)
                .toList();
    }

    private List<PartyId> children(PartyId reader, Custody.State state, Instant now) {
        return links("guardian_id", reader, state, now).stream()
                .map(Link::child)
                .toList();
    }

    private record Link(
            PartyId guardian,
            PartyId child,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Instant confirmed) {}

    private List<Link> links(String side, PartyId party, Custody.State state, Instant now) {
        List<Link> all = database.query(
                "SELECT guardian_id, child_id, from_date, until_date, confirmed_at FROM guardianship WHERE " + side
                        + " = ? ORDER BY child_id, guardian_id",
                row -> new Link(
                        row.party("guardian_id"),
                        row.party("child_id"),
                        row.dateOrNull("from_date"),
                        row.dateOrNull("until_date"),
                        row.instant("confirmed_at")),
                party);
        // one question for all of them: what is asked of each below is then in memory
        parties.getAll(all.stream().map(Link::child).collect(Collectors.toSet()));
        return all.stream()
                .filter(link -> new Custody(
                                        link.from(),
                                        link.until(),
                                        parties.numberOf(link.child())
                                                .birthDate()
                                                .orElse(null),
                                        link.confirmed())
                                .at(now)
                        == state)
                .toList();
    }

    /** Two powers of attorney from the same person are one that reaches as far as both. */
    private static List<Mandate> joined(List<Mandate> mandates) {
        Map<List<Object>, Mandate> joined = new LinkedHashMap<>();
        mandates.forEach(one -> joined.merge(
                List.of(one.grantor(), one.ground().relation()),
                one,
                (first, second) -> new Mandate(first.grantor(), first.ground().with(second.ground()))));
        return List.copyOf(joined.values());
    }

    private List<Mandate> mandates(PartyId reader, LocalDate today) {
        return database.query(
                """
                SELECT grantor_id, case_types, label_sealed, relation, appointed_as, duties FROM mandate
                 WHERE holder_id = ? AND from_date <= ? AND until_date >= ? ORDER BY id
                """,
                row -> {
                    byte[] label = row.bytesOrNull("label_sealed");
                    String types = row.text("case_types");
                    return new Mandate(
                            row.party("grantor_id"),
                            new Ground(
                                    Relation.valueOf(row.text("relation")),
                                    label == null ? null : vault.open(label, RelationImport.LABEL),
                                    types.isEmpty() ? Set.of() : Set.of(types.split(",")),
                                    appointment(row.textOrNull("appointed_as"), row.text("duties"))));
                },
                reader,
                today,
                today);
    }

    private static @Nullable Appointment appointment(@Nullable String kind, String duties) {
        return kind == null
                ? null
                : new Appointment(
                        Appointment.Kind.valueOf(kind),
                        Arrays.stream(duties.split(","))
                                .map(Appointment.Duty::valueOf)
                                .collect(Collectors.toSet()));
    }

    private @Nullable Represented represented(PartyId id, Ground ground, LocalDate today) {
        Party party = parties.get(id);
        if (party.protectedIdentity()) {
            return null;
        }
        Integer age = parties.numberOf(id)
                .birthDate()
                .map(birth -> Age.on(today, birth))
                .orElse(null);
        return new Represented(
                id, party.name(), ground.relation(), ground.label(), ground.caseTypes(), age, ground.appointment());
    }
}
