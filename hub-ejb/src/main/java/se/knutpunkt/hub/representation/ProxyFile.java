package se.knutpunkt.hub.representation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/**
 * Reads powers of attorney from JSON: a list of {@code {"holder", "grantor", "grantorName", "from", "until",
 * "caseTypes", "label"}}; {@code grantorName}, {@code caseTypes} and {@code label} may be left out. Other fields are
 * passed by, since a register of mandates may add some.
 */
final class ProxyFile {

    private ProxyFile() {}

    /**
     * A power of attorney.
     *
     * @param from first day
     * @param until last day
     * @param caseTypes codes; empty for all
     */
    record Mandate(
            IdentityNumber holder,
            IdentityNumber grantor,
            @Nullable String grantorName,
            LocalDate from,
            LocalDate until,
            List<String> caseTypes,
            @Nullable String label) {}

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
        return new Mandate(
                number(entry, place, "holder", today),
                number(entry, place, "grantor", today),
                entry.path("grantorName").textValue(),
                date(entry, place, "from"),
                date(entry, place, "until"),
                caseTypes,
                entry.path("label").textValue());
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
