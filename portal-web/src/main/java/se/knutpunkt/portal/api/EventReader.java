package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;

/**
 * Reads a CloudEvent (1.0, JSON format) whose {@code data} is a kundhändelse 6.1 with the additions of the pre-study.
 * Strict: what is not known here is refused, so that nothing a sender relies on is dropped in silence.
 */
final class EventReader {

    private static final TextForm ID = TextForm.of(100, "[\\x21-\\x7E]+", "printable ASCII without spaces");
    private static final TextForm URI_REFERENCE =
            TextForm.of(300, "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+", "a URI reference");
    private static final TextForm TYPE =
            TextForm.of(200, "[A-Za-z0-9][A-Za-z0-9._-]*", "a name such as se.kommun.arende.handelse.v1");
    private static final TextForm SUBJECT = TextForm.line(200);
    private static final TextForm MEDIA_TYPE = TextForm.of(100, "application/json(;.*)?", "application/json");
    private static final TextForm TIME = TextForm.of(40, "[0-9].*", "a time by RFC 3339");
    private static final TextForm EVENT_TYPE = TextForm.of(
            200, "[A-Z]+(?:\\.[A-Z0-9_]+){2,}", "of the form PREFIX.ARENDETYP.HANDELSETYP in capital letters");
    private static final TextForm LANGUAGE = TextForm.of(2, "[a-z]{2}", "a language by ISO 639-1, such as sv");
    private static final TextForm CASE_TYPE = TextForm.of(20, "[A-ZÅÄÖ0-9_-]+", "the code of a registered case type");
    private static final TextForm REPLACED_HOW = TextForm.of(20, "RATTELSE|ATERKALLELSE", "RATTELSE or ATERKALLELSE");
    private static final Pattern RFC3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** What those may read who may not see more, when the sender has no words of its own for them. */
    private static final String NEUTRAL = "Det har hänt något i ärendet";

    private final LocalDate today;
    private final Faults faults;

    private EventReader(LocalDate today, Faults faults) {
        this.today = today;
        this.faults = faults;
    }

    /**
     * Reads an event.
     *
     * @param today the Swedish date, for telling identity numbers
     * @throws ProblemException with everything that is wrong with it
     */
    static IncomingEvent read(JsonNode json, LocalDate today) {
        EventReader reader = new EventReader(today, new Faults());
        if (!(json instanceof ObjectNode object)) {
            reader.faults.add("", "An event is a JSON object.");
            reader.faults.throwIfAny();
            throw new IllegalStateException("unreachable: a fault was just added");
        }
        return reader.envelope(object);
    }

    /**
     * Reads the data of an event that came without an envelope, by the same rules.
     *
     * @param faults what is already known to be wrong with it; what is found is added
     * @throws ProblemException with everything that is wrong with it; its pointers begin at the data
     */
    static IncomingEvent readData(ObjectNode data, LocalDate today, Faults faults) {
        EventReader reader = new EventReader(today, faults);
        @Nullable IncomingEvent event = reader.data(new ObjectReader(data, "", faults), Optional.empty());
        faults.throwIfAny();
        if (event == null) {
            throw new IllegalStateException("unreachable: no event is a fault");
        }
        return event;
    }

    /** The id the sender gave, as far as it can be read and told, to name the event in the answer to a batch. */
    static String idOf(JsonNode json, LocalDate today) {
        JsonNode id = json.path("id");
        boolean fit =
                id.isTextual() && ID.wrong(id.textValue()).isEmpty() && !IdentityNumbers.anyIn(id.textValue(), today);
        return fit ? id.textValue() : "";
    }

    /** The code of the case type, told or hidden in the type of the event, when it may stand in clear; else empty. */
    static String caseTypeOf(JsonNode json, LocalDate today) {
        JsonNode told = json.path("data").path("arendetyp");
        JsonNode type = json.path("data").path("kundhandelseTyp");
        String code = "";
        if (told.isTextual()) {
            code = told.textValue();
        } else if (type.isTextual() && EVENT_TYPE.wrong(type.textValue()).isEmpty()) {
            code = type.textValue().split("\\.", -1)[1];
        }
        return CASE_TYPE.wrong(code).isEmpty() && !IdentityNumbers.anyIn(code, today) ? code : "";
    }

    private IncomingEvent envelope(ObjectNode object) {
        ObjectReader envelope = new ObjectReader(object, "", faults);
        Optional<String> version = envelope.required("specversion", TextForm.line(10));
        if (version.isPresent() && !"1.0".equals(version.get())) {
            envelope.fault("specversion", "The version is 1.0.");
        }
        Optional<String> id = open(envelope, "id", envelope.required("id", ID));
        open(envelope, "source", envelope.required("source", URI_REFERENCE));
        open(envelope, "type", envelope.required("type", TYPE));
        open(envelope, "subject", envelope.optional("subject", SUBJECT));
        envelope.optional("datacontenttype", MEDIA_TYPE);
        open(envelope, "dataschema", envelope.optional("dataschema", URI_REFERENCE));
        envelope.optional("time", TIME).ifPresent(time -> instant(envelope, "time", time));
        Optional<ObjectReader> data = envelope.requiredChild("data");
        @Nullable IncomingEvent event = data.map(inner -> data(inner, id)).orElse(null);
        envelope.refuseOthers();
        faults.throwIfAny();
        if (event == null) {
            throw new IllegalStateException("unreachable: missing data is a fault");
        }
        return event;
    }

    /** Null when anything is wrong; the faults say what. */
    private @Nullable IncomingEvent data(ObjectReader data, Optional<String> envelopeId) {
        Optional<String> id = open(data, "kundhandelseId", data.required("kundhandelseId", ID));
        if (id.isPresent() && envelopeId.isPresent() && !id.equals(envelopeId)) {
            data.fault("kundhandelseId", "The id is the same as the id of the envelope.");
        }
        Wording wording = wording(data);
        Instant occurredAt = data.required("tidpunkt", TIME)
                .map(time -> instant(data, "tidpunkt", time))
                .orElse(Instant.EPOCH);
        EventStatus status = status(data);
        data.optional("version", TextForm.of(3, "6\\.1", "6.1"));
        data.optional("producent", TextForm.line(255));
        Optional<String> caseType = data.optional("arendetyp", CASE_TYPE);
        PartReader part = new PartReader(data, faults, today);
        ReferencesReader references = new ReferencesReader(data, faults, today);
        AttachmentsReader attachments = new AttachmentsReader(data, faults);
        @Nullable
        Replacement replaces =
                data.child("ersatter").map(inner -> replacement(inner, id)).orElse(null);
        Confidentiality confidentiality = new ConfidentialityReader(data, today).read();
        if (confidentiality.partyOnly() && part.party() == null) {
            data.fault("endastParten", "An event that only the party may see has a party in part.kund.");
        }
        Optional<String> mainCase = open(data, "huvudarende", data.optional("huvudarende", TextForm.line(100)));
        data.refuseOthers();
        if (faults.any()) {
            return null;
        }
        return new IncomingEvent(
                id.orElseThrow(),
                new Matter(
                        caseType.orElseGet(() -> status.type().split("\\.")[1]),
                        part.caseNumber(),
                        mainCase.orElse(null)),
                wording,
                new Subjects(part.party(), part.concerns()),
                status,
                occurredAt,
                references.read(),
                attachments.read(),
                replaces,
                confidentiality);
    }

    private Replacement replacement(ObjectReader replaced, Optional<String> ownId) {
        Optional<String> id = open(replaced, "kundhandelseId", replaced.required("kundhandelseId", ID));
        if (id.isPresent() && id.equals(ownId)) {
            replaced.fault("kundhandelseId", "An event can't replace itself: the new one has an id of its own.");
        }
        Optional<String> kind = replaced.required("satt", REPLACED_HOW);
        Instant decidedAt = replaced.required("tidpunkt", TIME)
                .map(time -> instant(replaced, "tidpunkt", time))
                .orElse(Instant.EPOCH);
        replaced.refuseOthers();
        return new Replacement(
                id.orElse(""),
                kind.filter("ATERKALLELSE"::equals).isPresent()
                        ? Replacement.Kind.WITHDRAWAL
                        : Replacement.Kind.CORRECTION,
                decidedAt);
    }

    private static Wording wording(ObjectReader data) {
        return new Wording(
                data.optional("sprak", LANGUAGE).orElse("sv"),
                data.required("rubrik", TextForm.line(255)).orElse(""),
                data.required("beskrivning", TextForm.prose(65_535)).orElse(""),
                data.optional("neutralSammanfattning", TextForm.line(255)).orElse(NEUTRAL));
    }

    private static EventStatus status(ObjectReader data) {
        return new EventStatus(
                data.required("kundhandelseTyp", EVENT_TYPE).orElse("A.B.C"),
                data.requiredFlag("producentarendetKraverKundatgard"),
                data.requiredFlag("producentarendetKlart"),
                data.flag("diariehandelse", false),
                data.flag("visasForMedborgaren", true));
    }

    private Optional<String> open(ObjectReader object, String name, Optional<String> text) {
        return openText(object, name, text, today);
    }

    /** A text that is stored or logged in the clear, so that it may hold no identity number. */
    static Optional<String> openText(ObjectReader object, String name, Optional<String> text, LocalDate today) {
        if (text.isPresent() && IdentityNumbers.anyIn(text.get(), today)) {
            object.fault(
                    name,
                    "An identity number may stand only in part.kund and beror: this member is stored in the clear.");
            return Optional.empty();
        }
        return text;
    }

    private static Instant instant(ObjectReader object, String name, String text) {
        try {
            if (RFC3339.matcher(text).matches()) {
                Instant instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant();
                if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                    return instant;
                }
                object.fault(name, "The time lies between the years 1900 and 2200.");
                return Instant.EPOCH;
            }
        } catch (DateTimeParseException notATime) {
            // told below, as every other text that is no time
        }
        object.fault(name, "The time is written by RFC 3339 with its zone, such as 2026-11-22T10:15:00+01:00.");
        return Instant.EPOCH;
    }
}
