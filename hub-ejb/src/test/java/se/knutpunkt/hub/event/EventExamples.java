package se.knutpunkt.hub.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;

/** A good event, and the same with one thing changed. */
final class EventExamples {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final IdentityNumber PERSON = IdentityNumber.person("196006172818", LocalDate.of(2026, 11, 22));
    static final IdentityNumber CHILD = IdentityNumber.person("201608122394", LocalDate.of(2026, 11, 22));
    static final EventStatus STATUS = new EventStatus("ALV.BYGG.INKOMMEN", false, false, true, true);

    static final Marking MARKING = new Marking("OSL 26:1", LocalDate.of(2026, 11, 20), "ON");

    private EventExamples() {}

    static IncomingEvent good() {
        return of("id-1", matter("BYGG 2026-00412"), wording("Ansökan har kommit in", "Något har kommit in"));
    }

    static IncomingEvent of(String id, Matter matter, Wording wording) {
        return new IncomingEvent(
                id, matter, wording, new Subjects(PERSON, null), STATUS, NOW, References.NONE, List.of());
    }

    static IncomingEvent with(EventStatus status, Instant at, References references) {
        IncomingEvent good = good();
        return new IncomingEvent(
                good.externalId(), good.matter(), good.wording(), good.subjects(), status, at, references, List.of());
    }

    static IncomingEvent with(Subjects subjects, List<IncomingAttachment> attachments) {
        IncomingEvent good = good();
        return new IncomingEvent(
                good.externalId(),
                good.matter(),
                good.wording(),
                subjects,
                good.status(),
                good.occurredAt(),
                good.references(),
                attachments);
    }

    static IncomingEvent replacing(Replacement replaces) {
        IncomingEvent good = good();
        return new IncomingEvent(
                good.externalId(),
                good.matter(),
                good.wording(),
                good.subjects(),
                good.status(),
                good.occurredAt(),
                good.references(),
                List.of(),
                replaces);
    }

    static IncomingEvent confidential(Confidentiality confidentiality) {
        IncomingEvent good = good();
        return new IncomingEvent(
                good.externalId(),
                good.matter(),
                good.wording(),
                good.subjects(),
                good.status(),
                good.occurredAt(),
                good.references(),
                List.of(),
                null,
                confidentiality);
    }

    static Matter matter(String caseNumber) {
        return new Matter("BYGG", caseNumber, null);
    }

    static Wording wording(String headline, String summary) {
        return new Wording("sv", headline, "", summary);
    }

    static References link(@Nullable String link) {
        return new References(link, null, List.of());
    }
}
