package se.knutpunkt.hub.diary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.outbox.OutboxHandler;

/**
 * Writes the package of a document to the diary folder. Doing it twice replaces the package by the same one: its name
 * follows from the document.
 */
@ApplicationScoped
public class DiaryDelivery implements OutboxHandler {

    static final String KIND = "diary.export";

    @Inject
    PendingExports pending;

    @Inject
    DiaryFolder folder;

    @Inject
    Files files;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String key) {
        DiaryItemId id = new DiaryItemId(Long.parseLong(key.substring(0, key.indexOf(':'))));
        Optional<DiaryPackage> wanted = pending.find(id);
        if (wanted.isEmpty()) {
            return;
        }
        try {
            wanted.get().writeTo(folder.path(), files);
        } catch (IOException failed) {
            throw new UncheckedIOException("the package of diary item " + id + " could not be written", failed);
        }
        pending.done(id, wanted.get().name());
    }
}
