package se.knutpunkt.hub.representation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;

/** Looks up, one child at a time, what the population register said so long ago that it will soon be too old. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegisterUpkeep {
    private static final Logger LOG = System.getLogger(RegisterUpkeep.class.getName());

    /** From half of the time it may count, so that a register that is away for a night closes nothing. */
    static final Duration GETTING_OLD = Duration.ofHours(12);

    /** Most look-ups a minute on a node: bounded, whatever waits. */
    static final int AT_ONCE = 50;

    /** The look-ups are drawn among so many of the oldest: a record that cannot be read does not keep the others out. */
    private static final int DRAWN_FROM = 500;

    @EJB
    Parties parties;

    @EJB
    RelationImport imports;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Renews some of what is getting old and that the register could tell anew. */
    public void confirmOld(PopulationRegister register) {
        Instant asOf = register.asOf().orElse(Instant.EPOCH);
        int unreadable = 0;
        for (PartyId child : drawn(clock.instant().minus(GETTING_OLD), asOf)) {
            IdentityNumber number = parties.numberOf(child);
            try {
                RegisterAnswer answer = register.person(number).orElse(null);
                imports.child(child, answer);
            } catch (ImportRefused refused) {
                unreadable++;
            }
        }
        if (unreadable > 0) {
            LOG.log(Level.WARNING, "The population register did not answer for {0} children", unreadable);
        }
    }

    private List<PartyId> drawn(Instant old, Instant asOf) {
        List<PartyId> oldest = database.query(
                "SELECT child_id FROM guardianship WHERE confirmed_at < ? AND confirmed_at < ?"
                        + " GROUP BY child_id ORDER BY MIN(confirmed_at) LIMIT ?",
                row -> row.party("child_id"),
                old,
                asOf,
                DRAWN_FROM);
        Collections.shuffle(oldest);
        return oldest.subList(0, Math.min(AT_ONCE, oldest.size()));
    }
}
