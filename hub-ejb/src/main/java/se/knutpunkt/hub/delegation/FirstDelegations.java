package se.knutpunkt.hub.delegation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;

/**
 * Delegations to units that a municipality begins with, read from a file ({@code KNUTPUNKT_DELEGATIONS}) as long as none has
 * ever been made: a list of {@code {"authority", "branch", "unit": {"authority", "name"}, "caseTypes", "right",
 * "reference", "from", "until"}}. Without {@code caseTypes} one is of all.
 */
@Stateless
public class FirstDelegations {
    private static final String MAKER = "knutpunkt";

    @Inject
    Database database;

    @EJB
    DelegationRegister register;

    @EJB
    StaffMembers staff;

    @Inject
    Clock clock;

    /** One as the file has it. */
    private record Line(
            String authority,
            @Nullable String branch,
            Recipient.Unit unit,
            @Nullable Set<String> caseTypes,
            Right right,
            String reference,
            String from,
            @Nullable String until) {
        Delegation delegation() {
            return new Delegation(
                    authority,
                    branch,
                    unit,
                    caseTypes == null,
                    caseTypes == null ? Set.of() : caseTypes,
                    right,
                    reference,
                    LocalDate.parse(from),
                    until == null ? null : LocalDate.parse(until));
        }
    }

    /**
     * Makes those of the file, unless there is or was any. The register is read before.
     *
     * @throws IllegalStateException when the file cannot be read or understood, which stops the start
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void readOnce(Path file) {
        if (database.first("SELECT id FROM delegation LIMIT 1", row -> row.number("id"))
                .isPresent()) {
            return;
        }
        List<Line> lines = read(file);
        if (lines.isEmpty() || !isFirst()) {
            return;
        }
        StaffId by = staff.register(MAKER, "start", "Inläst vid första starten");
        try {
            lines.forEach(line -> register.make(line.delegation(), by));
        } catch (RuntimeException refused) {
            throw new IllegalStateException("The file " + file + " is refused: " + refused.getMessage(), refused);
        }
    }

    /**
     * One row for all nodes, written before the rest: a second node that starts now waits for it. A lock alone is held on one
     * node of a Galera cluster and not on another; a row that both write undoes one of the two.
     */
    private boolean isFirst() {
        return database.update("INSERT IGNORE INTO delegation_reading (id, read_at) VALUES (1, ?)", clock.instant())
                == 1;
    }

    private static List<Line> read(Path file) {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return json.readValue(Files.readString(file), new TypeReference<List<Line>>() {});
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The file " + file + " of KNUTPUNKT_DELEGATIONS cannot be read", unreadable);
        }
    }
}
