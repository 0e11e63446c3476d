package se.knutpunkt.portal.resident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.disclosure.AttachmentRef;
import se.knutpunkt.hub.disclosure.CaseRef;
import se.knutpunkt.hub.disclosure.EventDetail;
import se.knutpunkt.hub.disclosure.LookGround;
import se.knutpunkt.hub.disclosure.LookReason;
import se.knutpunkt.hub.disclosure.LookedUp;
import se.knutpunkt.hub.disclosure.StaffCase;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.disclosure.StaffPage;
import se.knutpunkt.hub.disclosure.StaffRow;
import se.knutpunkt.hub.disclosure.StatementRow;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/**
 * Writes look-ups for a reader.
 *
 * @param types the register's case types
 */
record ResidentWriter(Visit visit, List<Boundary> boundaries, List<CaseType> types, LocalDate today) {
    private static final int KILO = 1000;

    LookUpPage form(List<LookGround> grounds, LookUpForm typed, List<LookUpForm.Fault> faults, Said said) {
        return new LookUpPage(
                typed,
                grounds.stream()
                        .map(one -> new LookUpPage.Choice(
                                one.key(), ground(one), help(one), one.key().equals(typed.ground())))
                        .toList(),
                Arrays.stream(LookReason.values())
                        .map(one -> new LookUpPage.Choice(
                                one.name(),
                                visit.text("resident.reason." + one),
                                "",
                                one.name().equals(typed.reason())))
                        .toList(),
                faults.stream()
                        .map(fault -> new LookUpPage.Fault(fault.field(), visit.text(fault.key())))
                        .toList(),
                said.message(),
                said.protectedReader());
    }

    /** What else the form says. */
    record Said(String message, boolean protectedReader) {}

    EventsPage events(StaffPage page, Address address, boolean front) {
        List<EventsPage.Month> months = new ArrayList<>();
        YearMonth current = null;
        for (StaffRow row : page.rows()) {
            YearMonth month = YearMonth.from(SwedishTime.dateOf(row.row().occurredAt()));
            if (!month.equals(current)) {
                months.add(new EventsPage.Month(Dates.month(month, visit.getLanguage()), new ArrayList<>()));
                current = month;
            }
            months.get(months.size() - 1).lines().add(line(row, address));
        }
        String next = page.next();
        return new EventsPage(
                head(page.lookedUp(), address),
                months,
                next == null ? "" : address.list(next),
                front ? "" : address.list());
    }

    EventPage event(StaffEvent event, Address address) {
        CaseRef ref = event.caseRef();
        return new EventPage(
                head(event.lookedUp(), address),
                event.headline(),
                replaced(event.replaces()),
                event.language(),
                Arrays.stream(event.description().split("\\R+"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList(),
                Dates.dateAndTime(event.occurredAt(), visit.getLanguage()),
                Dates.machine(event.occurredAt()),
                warnings(event),
                event.attachments().stream()
                        .map(file -> file(event.eventId(), file, address))
                        .toList(),
                event.withheld().stream()
                        .map(one -> withheld(event.eventId(), one, address))
                        .toList(),
                event.reservations().stream()
                        .filter(one -> one.kept().isOpen(today))
                        .map(one -> new ReservationWriter(visit, today).sentence(one))
                        .toList(),
                event.mayDecide() || !event.reservations().isEmpty() ? address.reservations(event.eventId()) : "",
                event.mayDecide(),
                event.degree() == Degree.SUMMARY,
                address.ofCase(ref.caseId()),
                ref.caseNumber(),
                Objects.requireNonNullElse(ref.mainCaseNumber(), ""),
                name(ref.caseType()),
                name(ref.authority()),
                name(event.source()),
                event.lookedUp().protectedData() || event.otherProtected());
    }

    CasePage ofCase(StaffCase one, Address address) {
        CaseRef ref = one.caseRef();
        return new CasePage(
                head(one.lookedUp(), address),
                name(ref.caseType()),
                ref.caseNumber(),
                Objects.requireNonNullElse(ref.mainCaseNumber(), ""),
                one.carriedOnAs(),
                name(ref.authority()),
                one.timeline().stream().map(row -> line(row, address)).toList());
    }

    private EventPage.WithheldLine withheld(String eventId, StaffEvent.Withheld one, Address address) {
        String told = one.told();
        return new EventPage.WithheldLine(
                one.place() == null ? "" : address.file(eventId, one.place()),
                one.name(),
                visit.text("resident.withheld.why", one.provision(), one.reason()),
                told == null ? visit.text("resident.withheld.untold") : visit.text("resident.withheld.told", told));
    }

    Head head(LookedUp lookedUp, Address address) {
        return new Head(
                address.list(),
                lookedUp.number().written(),
                ground(lookedUp.ground()),
                Dates.time(lookedUp.ends(), visit.getLanguage()),
                lookedUp.grounds().stream()
                        .map(one -> new Head.Switch(
                                ground(one),
                                help(one),
                                address.by(one),
                                one.key().equals(address.ground())))
                        .toList(),
                lookedUp.protectedData());
    }

    private EventsPage.Line line(StaffRow staff, Address address) {
        StatementRow row = staff.row();
        boolean exists = row.degree() == Degree.EXISTS;
        return new EventsPage.Line(
                exists ? "" : address.event(row.eventId()),
                Dates.day(row.occurredAt(), visit.getLanguage()),
                Dates.machine(row.occurredAt()),
                exists ? visit.text("resident.line.exists") : row.text(),
                note(row.replaces()),
                exists ? "" : name(row.authority()),
                row.caseNumber(),
                tags(staff));
    }

    private List<String> tags(StaffRow staff) {
        List<String> tags = new ArrayList<>();
        if (staff.otherProtected()) {
            tags.add(visit.text("resident.tag.protected"));
        }
        if (!staff.marking().isEmpty()) {
            tags.add(visit.text("resident.tag.marked", staff.marking()));
        }
        if (staff.internal()) {
            tags.add(visit.text("resident.tag.internal"));
        }
        if (staff.row().degree() == Degree.SUMMARY) {
            tags.add(visit.text("resident.tag.summary"));
        }
        return tags;
    }

    private List<String> warnings(StaffEvent event) {
        List<String> warnings = new ArrayList<>();
        if (!event.marking().isEmpty()) {
            warnings.add(visit.text("resident.warning.marked", event.marking()));
        }
        if (event.keepsReporter()) {
            warnings.add(visit.text("resident.warning.reporter"));
        }
        if (event.internal()) {
            warnings.add(visit.text("resident.warning.internal"));
        }
        return warnings;
    }

    private EventPage.FileLine file(String eventId, AttachmentRef file, Address address) {
        AttachmentRef.Content content = file.content();
        if (content == null) {
            return new EventPage.FileLine("", file.name(), visit.text("resident.file.coming"));
        }
        String size = Math.max(1, Math.round((double) content.size() / KILO)) + " kB";
        return new EventPage.FileLine(address.file(eventId, file.place()), file.name(), size);
    }

    private String replaced(EventDetail.@Nullable Replaced replaced) {
        if (replaced == null) {
            return "";
        }
        String key = replaced.kind() == Replacement.Kind.CORRECTION ? "resident.corrected" : "resident.withdrawn";
        return visit.text(key, Dates.date(replaced.decidedAt(), visit.getLanguage()));
    }

    private String note(Replacement.@Nullable Kind replaces) {
        if (replaces == null) {
            return "";
        }
        return visit.text(
                replaces == Replacement.Kind.CORRECTION ? "resident.line.corrected" : "resident.line.withdrawn");
    }

    /** A ground as people read it. */
    private String ground(LookGround ground) {
        Ground boundary = ground.boundary();
        if (boundary == null) {
            return visit.text("resident.ground." + ground.inside());
        }
        String place = Boundary.text(boundaries, boundary.authority(), boundary.branch());
        return boundary.kind() == Ground.Kind.OWN
                ? visit.text("resident.ground." + ground.inside(), place)
                : visit.text("resident.ground.DELEGATED", place, Objects.requireNonNullElse(boundary.reference(), ""));
    }

    /** What a ground reaches. */
    private String help(LookGround ground) {
        Ground boundary = ground.boundary();
        if (boundary == null || boundary.caseTypes().isEmpty()) {
            return visit.text(boundary == null ? "resident.ground.municipality" : "resident.ground.all");
        }
        Map<String, String> names = types.stream().collect(Collectors.toMap(CaseType::code, type -> name(type.name())));
        return boundary.caseTypes().stream()
                .map(code -> names.getOrDefault(code, code))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String name(Name name) {
        return name.in(visit.getLanguage().getTag());
    }
}
