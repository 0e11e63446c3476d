package se.knutpunkt.portal.about;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The statement in force: the municipality's own file ({@code KNUTPUNKT_ACCESSIBILITY}), or the product's. Read when the
 * portal starts, which an incomplete one stops.
 */
@ApplicationScoped
public class Accessibility {
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_ACCESSIBILITY")
    Optional<Path> file;

    private @Nullable AccessibilityStatement statement;

    void read(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        try (InputStream in = open()) {
            statement = StatementFile.read(in);
        } catch (IOException unreadable) {
            throw new StatementIncomplete(unreadable);
        }
    }

    private InputStream open() throws IOException {
        return file.isPresent()
                ? Files.newInputStream(file.get())
                : Objects.requireNonNull(Accessibility.class.getResourceAsStream("accessibility.json"));
    }

    AccessibilityStatement statement() {
        return Objects.requireNonNull(statement, "not started");
    }
}
