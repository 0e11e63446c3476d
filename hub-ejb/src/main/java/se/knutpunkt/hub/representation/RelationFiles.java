package se.knutpunkt.hub.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the operator lays the files of guardians and of powers of attorney. */
@ApplicationScoped
public class RelationFiles {

    /** The population register's file; empty when there is none, which means no guardian view. */
    public Optional<Path> guardians() {
        return path("KNUTPUNKT_GUARDIANS");
    }

    /** The file of powers of attorney and trustees. */
    public Optional<Path> proxies() {
        return path("KNUTPUNKT_PROXIES");
    }

    private static Optional<Path> path(String name) {
        return ConfigProvider.getConfig()
                .getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
