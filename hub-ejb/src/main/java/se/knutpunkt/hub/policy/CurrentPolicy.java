package se.knutpunkt.hub.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.time.SwedishTime;

/** What is in force now: one look at three keys tells whether what is in memory still holds, on this node and any other. */
@ApplicationScoped
public class CurrentPolicy {
    /** A class may be numbered before one with a lower number is committed; so what is in memory is read anew now and then. */
    private static final Duration LIFE = Duration.ofSeconds(5);

    @Inject
    Database database;

    @EJB
    EventClassTable classes;

    @EJB
    PolicyTable table;

    @Inject
    Clock clock;

    private volatile @Nullable Kept kept;

    /**
     * The policy in force and the classes that events have.
     *
     * @param classes by their ids
     */
    public record Now(Policy policy, Map<Integer, EventClass> classes) {}

    private record Stamp(long version, long highestClass, long register, LocalDate day) {}

    private record Kept(Stamp stamp, Instant readAt, Now now) {}

    /** What is in force at this moment; a policy without lines, which shows nothing, before there is any. */
    public Now now() {
        Instant now = clock.instant();
        Stamp stamp = stamp(SwedishTime.today(clock));
        Kept known = kept;
        if (known != null
                && known.stamp().equals(stamp)
                && now.isBefore(known.readAt().plus(LIFE))) {
            return known.now();
        }
        // as long as nothing has changed the answers in memory stay
        Now read = known != null && known.stamp().equals(stamp)
                ? new Now(known.now().policy(), classes.all())
                : new Now(policy(stamp), classes.all());
        kept = new Kept(stamp, now, read);
        return read;
    }

    private Stamp stamp(LocalDate day) {
        return database.first(
                        "SELECT (SELECT MAX(version) FROM policy_change) AS version,"
                                + " (SELECT MAX(id) FROM event_class) AS highest,"
                                + " (SELECT revision FROM register_revision WHERE id = 1) AS register",
                        row -> new Stamp(
                                Optional.ofNullable(row.numberOrNull("version")).orElse(0L),
                                Optional.ofNullable(row.numberOrNull("highest")).orElse(0L),
                                Optional.ofNullable(row.numberOrNull("register"))
                                        .orElse(0L),
                                day))
                .orElseThrow();
    }

    private Policy policy(Stamp stamp) {
        return new Policy(
                Math.toIntExact(stamp.version()),
                stamp.day(),
                table.linesOfVersion(Math.toIntExact(stamp.version())),
                table.types().stream().collect(Collectors.toMap(TypePlace::caseType, type -> type)));
    }
}
