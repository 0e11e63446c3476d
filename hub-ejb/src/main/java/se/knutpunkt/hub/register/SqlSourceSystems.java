package se.knutpunkt.hub.register;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;

/** The source systems by plain SQL. */
@Stateless
public class SqlSourceSystems implements SourceSystems {

    private static final String SELECT = """
            SELECT s.code, s.name_sv, s.name_en, s.authority, s.expected_rhythm_minutes, s.last_heard_at,
                   s.registered_at,
                   (SELECT GROUP_CONCAT(t.case_type SEPARATOR ',') FROM source_case_type t WHERE t.source = s.code)
                     AS case_types
              FROM source_system s
            """;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    HeardSources heard;

    @Override
    public Optional<SourceSystem> find(String code) {
        return database.first(SELECT + " WHERE s.code = ?", SqlSourceSystems::source, code);
    }

    @Override
    public List<SourceSystem> all() {
        return database.query(SELECT + " WHERE s.closed_at IS NULL ORDER BY s.code", SqlSourceSystems::source);
    }

    @Override
    public void heard(String code) {
        Instant now = clock.instant();
        // asking the row itself each time would lock it until the event's commit, and so let one event in at a time
        if (heard.isDue(code, now)) {
            database.update(
                    "UPDATE source_system SET last_heard_at = ?"
                            + " WHERE code = ? AND (last_heard_at IS NULL OR last_heard_at < ?)",
                    now,
                    code,
                    now);
        }
    }

    private static SourceSystem source(Row row) {
        String caseTypes = row.textOrNull("case_types");
        return new SourceSystem(
                row.text("code"),
                new Name(row.text("name_sv"), row.text("name_en")),
                row.text("authority"),
                caseTypes == null ? Set.of() : Set.of(caseTypes.split(",")),
                Duration.ofMinutes(row.number("expected_rhythm_minutes")),
                row.instant("registered_at"),
                row.instantOrNull("last_heard_at"));
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
