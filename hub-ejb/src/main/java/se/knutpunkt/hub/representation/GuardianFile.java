package se.knutpunkt.hub.representation;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/**
 * Reads a notice file of the population register (Navet, {@code Folkbokforingsposter}). A guardian link counts only
 * when it is present, not deregistered and not ended; {@code V} stands in the child's record, {@code VF} in the adult's.
 * The record of a number that was replaced says only which number took its place: a link that still names the former
 * one is read as one of the current.
 */
final class GuardianFile {

    private final LocalDate today;
    private final List<Person> persons = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<IdentityNumber, IdentityNumber> successors = new LinkedHashMap<>();
    private final Set<IdentityNumber> gone = new HashSet<>();

    private GuardianFile(LocalDate today) {
        this.today = today;
    }

    /** Who is guardian of whom. */
    record Pair(IdentityNumber guardian, IdentityNumber child) {}

    /**
     * A guardian link.
     *
     * @param until last day; null when none is set
     */
    record Link(
            Pair pair, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * What a record says of a guardian.
     *
     * @param standing false when it says that it has ended
     * @param byReplacedNumber the other person is named by a number that has been replaced: it stands only when the file
     *     tells by which
     * @param byChild it stands in the child's own record
     */
    private record Claim(Link link, boolean standing, boolean byReplacedNumber, boolean byChild) {}

    /**
     * A person of the file.
     *
     * @param name null when the file tells none
     */
    record Person(IdentityNumber number, @Nullable String name, boolean protectedIdentity) {}

    /**
     * What the file says.
     *
     * @param successors the current number of each that was replaced, by the replaced one
     */
    record Content(List<Person> persons, List<Link> links, Map<IdentityNumber, IdentityNumber> successors) {

        /** What it says of one person; of a replaced number, what it says of the current one. */
        Optional<RegisterAnswer> about(IdentityNumber asked, Instant asOf) {
            IdentityNumber number = successors.getOrDefault(asked, asked);
            return persons.stream()
                    .filter(person -> person.number().equals(number))
                    .findFirst()
                    .map(person -> new RegisterAnswer(
                            asOf,
                            person,
                            links.stream()
                                    .filter(link -> link.pair().child().equals(number))
                                    .toList()));
        }
    }

    /**
     * Reads a file.
     *
     * @param today the Swedish date
     * @throws ImportRefused when it is not well-formed or a person's number is none
     */
    static Content read(InputStream xml, LocalDate today) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        GuardianFile file = new GuardianFile(today);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Folkbokforingspost")) {
                    file.take(NavetRecord.read(reader));
                }
            }
        } catch (XMLStreamException e) {
            throw new ImportRefused("line " + e.getLocation().getLineNumber() + ": not well-formed XML");
        }
        return file.content();
    }

    private Content content() {
        Map<IdentityNumber, IdentityNumber> current = new LinkedHashMap<>();
        successors.keySet().forEach(former -> current.put(former, current(former)));
        Set<IdentityNumber> children = persons.stream().map(Person::number).collect(Collectors.toSet());
        Map<Pair, Link> links = new LinkedHashMap<>();
        Set<Pair> ended = new HashSet<>();
        for (Claim claim : claims) {
            Link link = claim.link();
            Pair pair = new Pair(
                    current(link.pair().guardian()), current(link.pair().child()));
            if (!claim.byChild() && claim.standing() && children.contains(pair.child())) {
                // the child's own record is here, and tells who its guardians are
                continue;
            }
            boolean here = !gone.contains(pair.guardian()) && !gone.contains(pair.child());
            if (here && claim.standing() && (!claim.byReplacedNumber() || !pair.equals(link.pair()))) {
                links.put(pair, new Link(pair, link.from(), link.until()));
            } else {
                // one record that says it has ended outweighs another that still has it
                ended.add(pair);
            }
        }
        List<Link> standing = links.values().stream()
                .filter(link -> !ended.contains(link.pair()))
                .toList();
        return new Content(List.copyOf(persons), standing, Map.copyOf(current));
    }

    /** The number that stands now for one that may have been replaced, several times over; a ring ends where it began. */
    private IdentityNumber current(IdentityNumber number) {
        IdentityNumber current = number;
        Set<IdentityNumber> passed = new HashSet<>();
        while (successors.containsKey(current) && passed.add(current)) {
            current = successors.get(current);
        }
        return current;
    }

    private void take(NavetRecord record) {
        IdentityNumber self =
                number(record.number()).orElseThrow(() -> new ImportRefused("a record has no valid identity number"));
        if (record.deregistration().isReplacement()) {
            number(record.successor())
                    .filter(successor -> !successor.equals(self))
                    .ifPresent(successor -> successors.put(self, successor));
            return;
        }
        persons.add(new Person(self, record.name(), record.marked()));
        if (record.deregistration() == NavetRecord.Deregistration.GONE) {
            gone.add(self);
        }
        for (NavetRecord.Relation relation : record.relations()) {
            // a relation may have a birth time instead of a number: nobody can log in by that
            number(relation.number()).ifPresent(other -> take(self, other, relation));
        }
    }

    private void take(IdentityNumber self, IdentityNumber other, NavetRecord.Relation relation) {
        Pair pair = switch (relation.type()) {
            case "V" -> new Pair(other, self);
            case "VF" -> new Pair(self, other);
            default -> null;
        };
        if (pair == null) {
            return;
        }
        LocalDate until = date(relation.until());
        boolean standing = !relation.ended() && (until == null || !until.isBefore(today));
        claims.add(new Claim(
                new Link(pair, date(relation.from()), until),
                standing,
                relation.deregistration().isReplacement(),
                relation.type().equals("V")));
    }

    private Optional<IdentityNumber> number(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(IdentityNumber.person(text, today));
        } catch (InvalidIdentityNumber none) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new ImportRefused("a relation has a date that is none");
        }
    }
}
