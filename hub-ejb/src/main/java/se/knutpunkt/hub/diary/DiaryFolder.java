package se.knutpunkt.hub.diary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder from which the diary system fetches packages; checked when the application starts. */
@ApplicationScoped
public class DiaryFolder {

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DIARY_DIR")
    Optional<String> configured;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (configured.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(path());
        } catch (IOException failed) {
            throw new IllegalArgumentException("KNUTPUNKT_DIARY_DIR cannot be made: " + path(), failed);
        }
        if (!Files.isWritable(path())) {
            throw new IllegalArgumentException("KNUTPUNKT_DIARY_DIR cannot be written to: " + path());
        }
    }

    /** Whether there is one. */
    boolean configured() {
        return configured.isPresent();
    }

    /** Where it is; there must be one. */
    Path path() {
        return Path.of(configured.orElseThrow());
    }
}
