package se.knutpunkt.server.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import se.knutpunkt.server.StartRefused;

/**
 * A data folder held by this launcher alone, until closed or until the process ends in any way.
 *
 * <p>Only its owner may read it: it holds keys and the database.
 */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is absent and takes it.
     *
     * @throws StartRefused when a living launcher has it, or when it can't be written
     */
    public static DataFolder take(Path root) {
        try {
            Files.createDirectories(root);
            closeToOthers(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartRefused("Datamappen " + root + " används av en annan Knutpunkt som är igång.");
            }
            return new DataFolder(root, channel);
        } catch (IOException unusable) {
            throw new StartRefused("Datamappen " + root + " går inte att skriva i.", unusable);
        }
    }

    /** A folder of this name inside the data folder, made where it is absent. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Where the file or folder of this name lies or would lie. */
    public Path at(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
