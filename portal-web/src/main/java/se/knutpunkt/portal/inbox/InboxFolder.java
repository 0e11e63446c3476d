package se.knutpunkt.portal.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where systems lay their files, {@code KNUTPUNKT_INBOX}; checked when the application starts. */
@ApplicationScoped
class InboxFolder {

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_INBOX")
    Optional<String> configured;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (configured.isEmpty()) {
            return;
        }
        Path path = Path.of(configured.get());
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new IllegalArgumentException("KNUTPUNKT_INBOX cannot be made: " + path, failed);
        }
        if (!Files.isWritable(path)) {
            throw new IllegalArgumentException("KNUTPUNKT_INBOX cannot be written to: " + path);
        }
    }

    /** The folder; empty when no files are taken. */
    Optional<Path> path() {
        return configured.map(Path::of);
    }
}
