package se.knutpunkt.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The processor time that processes have used, from Linux's {@code /proc}, without the Java machine's compilers: on two
 * slow processors they are still at work after a minute, on whatever was queued before.
 */
record CpuTime(List<ProcessHandle> processes) {

    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre.*\\s*|Sweeper thread\\s*");

    /** Nanoseconds on a processor of all living threads; a difference is meaningful while no thread ends. */
    long nanos() {
        long sum = 0;
        for (ProcessHandle process : processes) {
            try (DirectoryStream<Path> threads =
                    Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
                for (Path thread : threads) {
                    sum += ofThread(thread);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return sum;
    }

    private static long ofThread(Path thread) throws IOException {
        try {
            if (COMPILER.matcher(Files.readString(thread.resolve("comm"))).matches()) {
                return 0;
            }
            String figures = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(figures.substring(0, figures.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
