package se.knutpunkt.server;

import java.nio.file.Path;
import se.knutpunkt.hub.vault.KeyFolder;
import se.knutpunkt.server.folder.DataFolder;

/** The folder of the portal's keys, made on the first start. */
final class Keys {
    private Keys() {}

    /** The folder inside the data folder with every key the portal needs. */
    static Path in(DataFolder folder) {
        Path keys = folder.at("keys");
        KeyFolder.createIfAbsent(keys);
        return keys;
    }
}
