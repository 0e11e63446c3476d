package se.knutpunkt.hub.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.event.ChangeWriter;
import se.knutpunkt.hub.subscription.Subscription.State;

/** How the telling goes, for operators' alarms. Each question is small or stays within a key. */
@Stateless
public class TellFigures {
    private static final int COUNTED = 10_000;

    @EJB
    ChangeWriter changes;

    @Inject
    Database database;

    /**
     * Figures of one moment, over sources that are not closed.
     *
     * @param slowest how many changes the subscription that is furthest behind has to go through, of those that are told
     * @param dead deliveries that wait for staff
     * @param unnumbered events without a place in the order of changes; at most ten thousand are counted
     */
    public record Figures(Map<State, Long> states, long slowest, long dead, long unnumbered) {}

    /** The figures now. */
    public Figures now() {
        Map<State, Long> states = new EnumMap<>(State.class);
        for (State state : State.values()) {
            states.put(
                    state,
                    number(
                            "SELECT COUNT(*) AS figure FROM subscription s JOIN source_system y ON y.code = s.source"
                                    + " WHERE s.state = ? AND y.closed_at IS NULL",
                            state));
        }
        return new Figures(
                states,
                number(
                        "SELECT COALESCE(MAX(n.last_number - s.told_up_to), 0) AS figure FROM subscription s"
                                + " JOIN source_system y ON y.code = s.source JOIN change_counter n ON n.id = 1"
                                + " WHERE s.state = ? AND y.closed_at IS NULL",
                        State.ACTIVE),
                number("SELECT COUNT(*) AS figure FROM endpoint n STRAIGHT_JOIN delivery d"
                        + " ON d.endpoint_id = n.id AND d.state = 'DEAD'"),
                changes.countUnnumbered(COUNTED));
    }

    private long number(String sql, Object... values) {
        return database.first(sql, row -> row.number("figure"), values).orElse(0L);
    }
}
