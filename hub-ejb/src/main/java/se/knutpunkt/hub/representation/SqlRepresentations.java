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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return standing(reader).all();
    }

    @Override
    public Optional<Represented> find(PartyId reader, PartyId whom) {
        return of(reader).stream().filter(one -> one.party().equals(whom)).findFirst();
    }

    @Override
    public Standing standing(PartyId reader) {
        Instant now = clock.instant();
        LocalDate today = SwedishTime.dateOf(now);
        List<Link> children = links("guardian_id", reader);
        List<Mandate> mandates = joined(mandates(reader, today));
        People people = known(Stream.concat(
                children.stream().map(Link::child), mandates.stream().map(Mandate::grantor)));
        List<Represented> all = new ArrayList<>();
        boolean stale = false;
        for (Link link : children) {
            Custody.State state = link.state(people, now);
            if (state == Custody.State.STANDS) {
                people.open(link.child(), new Ground(Relation.GUARDIAN, null, Set.of(), null), today)
                        .ifPresent(all::add);
            }
            // a child with protected identity is never told of, neither as seen nor as closed
            stale |= state == Custody.State.STALE && !people.isProtected(link.child());
        }
        mandates.stream()
                .map(mandate -> people.open(mandate.grantor(), mandate.ground(), today))
                .forEach(open -> open.ifPresent(all::add));
        return new Standing(all, stale);
    }

    /** What is asked of them, by one question for all. */
    private People known(Stream<PartyId> people) {
        Set<PartyId> ids = people.collect(Collectors.toSet());
        Map<PartyId, Party> known = parties.getAll(ids).stream().collect(Collectors.toMap(Party::id, one -> one));
        return new People(known, parties.birthDatesOf(ids));
    }

    private record People(Map<PartyId, Party> parties, Map<PartyId, LocalDate> births) {
        boolean isProtected(PartyId id) {
            return Objects.requireNonNull(parties.get(id)).protectedIdentity();
        }

        /** Someone whom somebody may act for; empty when nobody may know of them. */
        Optional<Represented> open(PartyId id, Ground ground, LocalDate today) {
            if (isProtected(id)) {
                return Optional.empty();
            }
            LocalDate birth = births.get(id);
            return Optional.of(new Represented(
                    id,
                    Objects.requireNonNull(parties.get(id)).name(),
                    ground.relation(),
                    ground.label(),
                    ground.caseTypes(),
                    birth == null ? null : Age.on(today, birth),
                    ground.appointment()));
        }
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
        Instant now = clock.instant();
        List<Link> guardians = links("child_id", child);
        People people = known(guardians.stream().map(Link::child));
        return guardians.stream()
                .filter(link -> link.state(people, now) == Custody.State.STANDS)
                .map(Link::guardian)
                .toList();
    }

    private record Link(
            PartyId guardian,
            PartyId child,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Instant confirmed) {
        Custody.State state(People people, Instant now) {
            return new Custody(from, until, people.births().get(child), confirmed).at(now);
        }
    }

    private List<Link> links(String side, PartyId party) {
        return database.query(
                "SELECT guardian_id, child_id, from_date, until_date, confirmed_at FROM guardianship WHERE " + side
                        + " = ? ORDER BY child_id, guardian_id",
                row -> new Link(
                        row.party("guardian_id"),
                        row.party("child_id"),
                        row.dateOrNull("from_date"),
                        row.dateOrNull("until_date"),
                        row.instant("confirmed_at")),
                party);
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
}
