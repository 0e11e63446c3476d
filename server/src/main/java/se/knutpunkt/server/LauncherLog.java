package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** The launcher's own log: a file in the data folder, since the console is for the person who started it. */
final class LauncherLog {
    private static final Logger LOG = Logger.getLogger("se.knutpunkt.server");
    private static final int BYTES = 5_000_000;
    private static final int FILES = 3;

    private LauncherLog() {}

    /** Sends everything that is logged in this process to the folder from now on. */
    static void into(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler console : root.getHandlers()) {
            root.removeHandler(console);
        }
        try {
            FileHandler file =
                    new FileHandler(folder.resolve("launcher.log").toString().replace("%", "%%"), BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setEncoding("UTF-8");
            root.addHandler(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void warn(String what, @Nullable Throwable why) {
        LOG.log(Level.WARNING, what, why);
    }
}
