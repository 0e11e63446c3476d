package se.knutpunkt.server.payara;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import se.knutpunkt.server.folder.Programs;

/**
 * Payara Micro laid out on disk, with its jars beside each other instead of nested, which starts faster.
 *
 * @param launcher the jar to start
 */
record PayaraProgram(Path launcher) {
    private static final String ARCHIVE = "payara-micro.jar";
    private static final String DOMAIN = "config/domain.xml";
    private static final String DOMAIN_AS_UNPACKED = "config/domain-as-unpacked.xml";

    static PayaraProgram find(Programs programs) {
        Path root = programs.unpacked(ARCHIVE, PayaraProgram::unpack);
        forgetDeployments(root);
        return new PayaraProgram(root.resolve("launch-micro.jar"));
    }

    /**
     * Payara notes what it deployed in its domain and deploys it again at the next start, before it is told to: each
     * later start would deploy the portal twice.
     */
    private static void forgetDeployments(Path root) {
        Path asUnpacked = root.resolve(DOMAIN_AS_UNPACKED);
        if (!Files.exists(asUnpacked)) {
            // unpacked by an earlier version: slower, not wrong
            return;
        }
        try {
            Files.copy(asUnpacked, root.resolve(DOMAIN), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        Path nested = target.resolve(ARCHIVE);
        Files.copy(archive, nested);
        Process process = new ProcessBuilder(
                        List.of(java(), "-jar", nested.toString(), "--rootdir", target.toString(), "--outputlauncher"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Payara Micro could not be laid out");
            }
        } catch (InterruptedException hurried) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", hurried);
        }
        Files.delete(nested);
        Files.copy(target.resolve(DOMAIN), target.resolve(DOMAIN_AS_UNPACKED));
    }
}
