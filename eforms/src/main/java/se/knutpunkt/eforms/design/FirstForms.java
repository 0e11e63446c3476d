package se.knutpunkt.eforms.design;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.ImportResult;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.hub.startup.StartTurn;

/**
 * Imports and publishes the definitions of the folder {@code KNUTPUNKT_FORMS}, through the same importer as an editor.
 * A file is named by the slug of its form; a form that the database has is left as it is. All of them or none, and by
 * one node at a time.
 */
@Singleton
@Startup
@DependsOn("HubStartup")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FirstForms {

    private static final System.Logger LOG = System.getLogger(FirstForms.class.getName());
    private static final String VARIABLE = "KNUTPUNKT_FORMS";
    private static final String SUFFIX = ".json";

    @EJB
    Forms forms;

    @EJB
    StartTurn turn;

    /** Runs once at deployment. */
    @PostConstruct
    void start() {
        String folder = ConfigProvider.getConfig()
                .getOptionalValue(VARIABLE, String.class)
                .orElse("");
        if (folder.isBlank()) {
            return;
        }
        turn.take();
        Set<String> known = forms.all().stream().map(FormOverview::slug).collect(Collectors.toSet());
        for (Path file : definitions(Path.of(folder))) {
            String slug = file.getFileName().toString().replace(SUFFIX, "");
            if (!known.contains(slug)) {
                take(file);
            }
        }
    }

    private void take(Path file) {
        ImportResult result = forms.importDraft(content(file));
        if (!result.taken()) {
            Problem first = result.problems().get(0);
            throw refused("the form " + file + " is refused at \"" + first.place() + "\": "
                    + first.message().in(java.util.Locale.ENGLISH));
        }
        forms.publish(result.version().orElseThrow());
        LOG.log(System.Logger.Level.INFO, "Published the form {0}", file.getFileName());
    }

    private static List<Path> definitions(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw refused(VARIABLE + " names a folder that cannot be read: " + folder);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refused("the form " + file + " cannot be read");
        }
    }

    private static IllegalStateException refused(String reason) {
        LOG.log(System.Logger.Level.ERROR, "Knutpunkt cannot start. {0}", reason);
        return new IllegalStateException(reason);
    }
}
