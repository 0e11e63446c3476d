package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.delivery.Endpoints;
import se.knutpunkt.hub.delivery.OpenedEndpoint;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;

/** The rules, as rows of {@code handover_rule}. */
@Stateless
public class SqlHandoverRules implements HandoverRules {

    private static final Logger LOG = System.getLogger(SqlHandoverRules.class.getName());
    private static final String SELECT = "SELECT form_slug, source, format, endpoint_id, alarm_minutes, version,"
            + " changed_at, changed_by FROM handover_rule";

    /** So long a receiver has to take a new secret into use. */
    private static final Duration OVERLAP = Duration.ofDays(7);

    @Inject
    Database database;

    @Inject
    Clock clock;

    @EJB
    Endpoints endpoints;

    @EJB
    StaffMembers staff;

    private record Kept(
            String form,
            String source,
            Format format,
            long endpoint,
            Duration alarmAfter,
            int version,
            Instant changed,
            StaffId by) {

        static Kept of(Row row) {
            return new Kept(
                    row.text("form_slug"),
                    row.text("source"),
                    Format.valueOf(row.text("format")),
                    row.number("endpoint_id"),
                    Duration.ofMinutes(row.number("alarm_minutes")),
                    (int) row.number("version"),
                    row.instant("changed_at"),
                    new StaffId(row.number("changed_by")));
        }

        HandoverRule rule(Map<StaffId, String> names) {
            return new HandoverRule(
                    form, source, format, endpoint, alarmAfter, version, changed, names.getOrDefault(by, ""));
        }
    }

    @Override
    public List<HandoverRule> all() {
        return named(database.query(SELECT + " ORDER BY form_slug", Kept::of));
    }

    @Override
    public Optional<HandoverRule> find(String form) {
        return named(database.query(SELECT + " WHERE form_slug = ?", Kept::of, form)).stream()
                .findFirst();
    }

    private List<HandoverRule> named(List<Kept> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<StaffId> members = rows.stream().map(Kept::by).collect(Collectors.toSet());
        Map<StaffId, String> names = staff.names(members);
        return rows.stream().map(row -> row.rule(names)).toList();
    }

    @Override
    public Optional<String> add(RuleSettings settings, StaffId by) {
        if (find(settings.form()).isPresent()) {
            return Optional.empty();
        }
        OpenedEndpoint endpoint = endpoints.open(settings.address());
        int added = database.update(
                "INSERT IGNORE INTO handover_rule (form_slug, source, format, endpoint_id, alarm_minutes, version,"
                        + " changed_at, changed_by) VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
                settings.form(),
                settings.source(),
                settings.format(),
                endpoint.id(),
                settings.alarmAfter().toMinutes(),
                clock.instant(),
                by.value());
        if (added != 1) {
            return Optional.empty();
        }
        tell("made", settings.form(), by);
        return Optional.of(endpoint.secret());
    }

    @Override
    public RuleChange change(RuleSettings settings, int seen, StaffId by) {
        HandoverRule kept = find(settings.form()).orElse(null);
        if (kept == null || kept.version() != seen) {
            return RuleChange.NONE;
        }
        int changed = database.update(
                "UPDATE handover_rule SET source = ?, format = ?, alarm_minutes = ?, version = version + 1,"
                        + " changed_at = ?, changed_by = ? WHERE form_slug = ? AND version = ?",
                settings.source(),
                settings.format(),
                settings.alarmAfter().toMinutes(),
                clock.instant(),
                by.value(),
                settings.form(),
                seen);
        if (changed != 1) {
            return RuleChange.NONE;
        }
        tell("changed", settings.form(), by);
        return new RuleChange(true, lead(kept, settings));
    }

    /** Leads to the address as set; the new secret when that is another system's. */
    private Optional<String> lead(HandoverRule kept, RuleSettings settings) {
        if (kept.source().equals(settings.source())) {
            endpoints.move(kept.endpoint(), settings.address());
            return Optional.empty();
        }
        // the former endpoint stays: hand-overs under way are the former system's, and it alone knows their secret
        OpenedEndpoint endpoint = endpoints.open(settings.address());
        database.update("UPDATE handover_rule SET endpoint_id = ? WHERE form_slug = ?", endpoint.id(), settings.form());
        return Optional.of(endpoint.secret());
    }

    @Override
    public Optional<String> newSecret(String form, StaffId by) {
        Optional<String> secret = find(form).flatMap(rule -> endpoints.rotate(rule.endpoint(), OVERLAP));
        secret.ifPresent(made -> tell("given a new secret", form, by));
        return secret;
    }

    @Override
    public boolean remove(String form, StaffId by) {
        boolean removed = database.update("DELETE FROM handover_rule WHERE form_slug = ?", form) == 1;
        if (removed) {
            tell("removed", form, by);
        }
        return removed;
    }

    private static void tell(String what, String form, StaffId by) {
        LOG.log(
                Level.INFO,
                "The hand-over rule of the form {0} was {1} by staff {2}",
                form,
                what,
                Long.toString(by.value()));
    }
}
