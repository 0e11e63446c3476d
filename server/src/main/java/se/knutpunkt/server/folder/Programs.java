package se.knutpunkt.server.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import se.knutpunkt.server.StartRefused;

/**
 * The programs nested in the launcher's jar, unpacked into the data folder once per content.
 *
 * <p>An unpacked program lies in a folder named by the checksum of what it came from, so a new build
 * unpacks only what changed; folders of older contents are removed.
 */
public final class Programs {
    private static final String NEST = "program/";

    private final Path jar;
    private final Path folder;

    /**
     * Programs nested in a jar.
     *
     * @param jar the launcher's jar
     * @param folder where they are kept unpacked
     */
    public Programs(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Programs of the jar this code runs from. */
    public static Programs ofRunningJar(Path folder) {
        try {
            return new Programs(
                    Path.of(Programs.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    folder);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Turns the nested archive into what is kept: gets its bytes and the empty folder to fill. */
    public interface Unpacking {
        void unpack(InputStream archive, Path target) throws IOException;
    }

    /** Whether the jar has a nested archive of this name. */
    public boolean has(String archive) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(NEST + archive) != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Copies the files of the jar under a prefix into a folder, over those already there. */
    public void copyFiles(String prefix, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(e -> e.getName().startsWith(prefix) && !e.isDirectory())
                    .toList()) {
                Path file = target.resolve(entry.getName().substring(prefix.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * The folder of an unpacked program, unpacked now if it isn't there.
     *
     * @param archive file name of the nested archive
     * @throws StartRefused when there is no room for it
     */
    public Path unpacked(String archive, Unpacking unpacking) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(NEST + archive);
            if (entry == null) {
                throw new IllegalStateException("The launcher's jar has no " + archive);
            }
            String name = archive.substring(0, archive.lastIndexOf('.'));
            Path target = folder.resolve(name + "-" + Long.toHexString(entry.getCrc()));
            if (!Files.isDirectory(target)) {
                removeOlder(name);
                Path draft = Files.createDirectory(folder.resolve(name + "-draft"));
                try (InputStream in = zip.getInputStream(entry)) {
                    unpacking.unpack(in, draft);
                }
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException full) {
            throw new StartRefused("Programmen går inte att packa upp i " + folder + ": " + full.getMessage(), full);
        }
    }

    /** Unpacks those entries of a zip stream whose names are wanted, never outside the target. */
    public static void unzip(InputStream archive, Path target, Predicate<String> wanted) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("Entry outside the archive: " + entry.getName());
            }
            if (!entry.isDirectory() && wanted.test(entry.getName())) {
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private void removeOlder(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path old : all.filter(p -> p.getFileName().toString().startsWith(name + "-"))
                    .toList()) {
                delete(old);
            }
        }
    }

    /** Deletes a folder with all that is in it; nothing happens when it is absent. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
