package se.knutpunkt.hub.representation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/**
 * Reads powers of attorney and appointments of trustees from JSON: a list of {@code {"holder", "grantor", "grantorName",
 * "from", "until", "caseTypes", "label"}}; {@code grantorName}, {@code caseTypes} and {@code label} may be left out. A
 * trustee has {@code "relation": "trustee"} as well, {@code "appointedAs"} ({@code god-man} or {@code forvaltare}) and
 * {@code "duties"} ({@code rights}, {@code property}, {@code person}), and must have {@code caseTypes}: a court's
 * appointment seldom reaches to everything, so that none is taken for all. Other fields are passed by, since a register of
 * mandates may add some.
 */
final class ProxyFile {

    private ProxyFile() {}

    /**
     * A power of attorney, or the appointment of a trustee.
     *
     * @param from first day
     * @param until last day
     * @param caseTypes codes; empty for all
     * @param appointment null for a power of attorney
     */
    record Mandate(
            IdentityNumber holder,
            IdentityNumber grantor,
            @Nullable String grantorName,
            LocalDate from,
            LocalDate until,
            List<String> caseTypes,
            @Nullable String label,
            @Nullable Appointment appointment) {

        Relation relation() {
            return appointment == null ? Relation.PROXY : Relation.TRUSTEE;
        }
    }

    /**
     * Reads a file.
     *
     * @param today the Swedish date
     * @throws ImportRefused naming the place of the first problem, never a number
     */
    static List<Mandate> read(String json, LocalDate today) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new ImportRefused("line " + e.getLocation().getLineNr() + ": not JSON");
        }
        if (!root.isArray()) {
            throw new ImportRefused("a list is expected");
        }
        List<Mandate> mandates = new ArrayList<>();
        for (JsonNode entry : root) {
            mandates.add(mandate(entry, "/" + mandates.size(), today));
        }
        return mandates;
    }

    private static Mandate mandate(JsonNode entry, String place, LocalDate today) {
        List<String> caseTypes = new ArrayList<>();
        entry.path("caseTypes").forEach(type -> caseTypes.add(type.asText()));
        // a scope of another form must not be read as "all"
        if (entry.has("caseTypes") && (!entry.path("caseTypes").isArray() || caseTypes.isEmpty())) {
            throw new ImportRefused(place + "/caseTypes: a list with at least one code is expected");
        }
        Appointment appointment = appointment(entry, place);
        if (appointment != null && caseTypes.isEmpty()) {
            throw new ImportRefused(place + "/caseTypes: a trustee's case types must be named");
        }
        return new Mandate(
                number(entry, place, "holder", today),
                number(entry, place, "grantor", today),
                entry.path("grantorName").textValue(),
                date(entry, place, "from"),
                date(entry, place, "until"),
                caseTypes,
                entry.path("label").textValue(),
                appointment);
    }

    private static @Nullable Appointment appointment(JsonNode entry, String place) {
        String relation = entry.path("relation").asText("proxy");
        return switch (relation) {
            case "proxy" -> null;
            case "trustee" -> new Appointment(kind(entry, place), duties(entry, place));
            default -> throw new ImportRefused(place + "/relation: proxy or trustee is expected");
        };
    }

    private static Appointment.Kind kind(JsonNode entry, String place) {
        return switch (entry.path("appointedAs").asText()) {
            case "god-man" -> Appointment.Kind.GOD_MAN;
            case "forvaltare" -> Appointment.Kind.FORVALTARE;
            default -> throw new ImportRefused(place + "/appointedAs: god-man or forvaltare is expected");
        };
    }

    private static Set<Appointment.Duty> duties(JsonNode entry, String place) {
        Set<Appointment.Duty> duties = EnumSet.noneOf(Appointment.Duty.class);
        for (JsonNode duty : entry.path("duties")) {
            duties.add(
                    switch (duty.asText()) {
                        case "rights" -> Appointment.Duty.RIGHTS;
                        case "property" -> Appointment.Duty.PROPERTY;
                        case "person" -> Appointment.Duty.PERSON;
                        default -> throw new ImportRefused(place + "/duties: rights, property or person is expected");
                    });
        }
        if (duties.isEmpty()) {
            throw new ImportRefused(place + "/duties: at least one duty is expected");
        }
        return duties;
    }

    private static IdentityNumber number(JsonNode entry, String place, String field, LocalDate today) {
        try {
            return IdentityNumber.person(entry.path(field).asText(), today);
        } catch (InvalidIdentityNumber e) {
            throw new ImportRefused(place + "/" + field + ": no valid identity number");
        }
    }

    private static LocalDate date(JsonNode entry, String place, String field) {
        try {
            return LocalDate.parse(entry.path(field).asText());
        } catch (DateTimeException e) {
            throw new ImportRefused(place + "/" + field + ": a date YYYY-MM-DD is expected");
        }
    }
}
