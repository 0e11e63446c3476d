package se.knutpunkt.hub.representation;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.knutpunkt.hub.time.Repeatedly;

/**
 * Keeps guardians and powers of attorney fresh in the background, so that no page ever waits for a register: each minute,
 * on every node, the files are read when they have changed, and some of what is getting old is looked up again.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RelationRefresh {
    private static final Logger LOG = System.getLogger(RelationRefresh.class.getName());

    /** Files that were refused when they were last tried: an operator needs the line once, not each minute. */
    private final Set<Path> refused = new HashSet<>();

    @EJB
    RelationImport imports;

    @EJB
    RegisterUpkeep upkeep;

    @Inject
    RelationFiles files;

    @Inject
    Clock clock;

    /** Reads what is new; what cannot be read leaves what was known, which closes by itself when it is too old. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void refresh() {
        Repeatedly.run("The refreshing of relations", this::readAll);
    }

    private synchronized void readAll() {
        files.guardians().ifPresent(file -> read(file, imports::guardians));
        files.proxies().ifPresent(file -> read(file, imports::proxies));
        register().ifPresent(upkeep::confirmOld);
    }

    private Optional<PopulationRegister> register() {
        return files.guardians().map(file -> new FileRegister(file, clock));
    }

    private void read(Path file, Consumer<Path> imported) {
        try {
            imported.accept(file);
            if (refused.remove(file)) {
                LOG.log(Level.INFO, "The file {0} is read again", file);
            }
        } catch (ImportRefused failed) {
            if (refused.add(file)) {
                LOG.log(Level.WARNING, "The file {0} is refused: {1}", file, failed.getMessage());
            }
        }
    }
}
