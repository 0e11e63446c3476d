package se.knutpunkt.hub.representation;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 */
final class GuardianFile {

    private final LocalDate today;
    private final List<Person> persons = new ArrayList<>();
    private final Map<Pair, Link> links = new LinkedHashMap<>();
    private final Set<Pair> ended = new HashSet<>();

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
     * A person of the file.
     *
     * @param name null when the file tells none
     */
    record Person(IdentityNumber number, @Nullable String name, boolean protectedIdentity) {}

    /** What the file says. */
    record Content(List<Person> persons, List<Link> links) {}

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
        List<Link> standing = file.links.values().stream()
                .filter(link -> !file.ended.contains(link.pair()))
                .toList();
        return new Content(file.persons, standing);
    }

    private void take(NavetRecord record) {
        IdentityNumber self =
                number(record.number()).orElseThrow(() -> new ImportRefused("a record has no valid identity number"));
        persons.add(new Person(self, record.name(), record.marked()));
        for (NavetRecord.Relation relation : record.relations()) {
            // a relation may have a birth time instead of a number: nobody can log in by that
            number(relation.number()).ifPresent(other -> take(self, other, relation, record.deregistered()));
        }
    }

    private void take(IdentityNumber self, IdentityNumber other, NavetRecord.Relation relation, boolean gone) {
        Pair pair = switch (relation.type()) {
            case "V" -> new Pair(other, self);
            case "VF" -> new Pair(self, other);
            default -> null;
        };
        if (pair == null) {
            return;
        }
        LocalDate until = date(relation.until());
        if (gone || relation.ended() || (until != null && until.isBefore(today))) {
            // one record that says it has ended outweighs another that still has it
            ended.add(pair);
        } else {
            links.put(pair, new Link(pair, date(relation.from()), until));
        }
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
