package se.knutpunkt.hub.startup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.delegation.FirstDelegations;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.register.FirstRegister;
import se.knutpunkt.hub.representation.ImportRefused;
import se.knutpunkt.hub.representation.RelationFiles;
import se.knutpunkt.hub.representation.RelationImport;
import se.knutpunkt.hub.role.FixedRoleRules;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.hub.vault.VaultCheck;

/** Checks the keys, reads the register and imports relations before anything else starts; any failure stops the start. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HubStartup {

    private static final Logger LOG = System.getLogger(HubStartup.class.getName());
    private static final int TRIES = 5;

    @Inject
    VaultCheck vaultCheck;

    @EJB
    FirstRegister register;

    @EJB
    FirstPolicy policy;

    @EJB
    FirstDelegations delegations;

    @EJB
    RelationImport relations;

    @Inject
    RelationFiles files;

    @Inject
    FixedRoleRules roleRules;

    /** Runs once at deployment; another {@code @Startup} bean waits for it by {@code @DependsOn("HubStartup")}. */
    @PostConstruct
    void start() {
        Config config = ConfigProvider.getConfig();
        try {
            vaultCheck.check();
            // a bean is made at its first call: a refused file stops the start, not the first login
            LOG.log(Level.DEBUG, "{0} fixed role rules", roleRules.all().size());
            LOG.log(
                    Level.DEBUG,
                    "{0} provisions of secrecy",
                    Provisions.shipped().all().size());
            untilDone(() -> register.readOnce(path(config, "KNUTPUNKT_REGISTER")));
            untilDone(policy::putInForceOnce);
            path(config, "KNUTPUNKT_DELEGATIONS").ifPresent(file -> untilDone(() -> delegations.readOnce(file)));
            files.guardians().ifPresent(file -> imported(file, () -> relations.guardians(file)));
            files.proxies().ifPresent(file -> imported(file, () -> relations.proxies(file)));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Knutpunkt cannot start. {0}", rootMessage(e));
            throw e;
        }
    }

    /** Where two nodes first start at once, the database may undo one of them, which then finds it done by the other. */
    private static void untilDone(Runnable once) {
        for (int tries = 1; ; tries++) {
            try {
                once.run();
                return;
            } catch (RuntimeException undone) {
                if (tries == TRIES || !DatabaseFailure.isPassing(undone)) {
                    throw undone;
                }
            }
        }
    }

    private static void imported(Path file, Runnable imports) {
        try {
            imports.run();
        } catch (ImportRefused refused) {
            throw new IllegalStateException("The file " + file + " is refused: " + refused.getMessage(), refused);
        }
    }

    private static Optional<Path> path(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** The container wraps what a bean throws; the operator needs the line that says what is wrong. */
    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getClass().getName().startsWith("jakarta.ejb.") && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
