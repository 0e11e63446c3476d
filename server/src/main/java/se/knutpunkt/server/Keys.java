package se.knutpunkt.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import se.knutpunkt.hub.vault.KeyFolder;
import se.knutpunkt.server.folder.DataFolder;

/** The folder of the portal's keys, made on the first start where it is absent. */
final class Keys {
    private Keys() {}

    /**
     * The folder with every key the portal needs.
     *
     * @param named the operator's own, such as one that several nodes share; else it lies in the data folder
     * @throws StartRefused when it cannot be written and has not all keys
     */
    static Path in(DataFolder folder, Optional<Path> named) {
        Path keys = named.orElseGet(() -> folder.at("keys"));
        try {
            KeyFolder.createIfAbsent(keys);
        } catch (UncheckedIOException unwritable) {
            throw new StartRefused("Nycklarna går inte att skapa i " + keys + ".", unwritable);
        }
        return keys;
    }
}
