package se.knutpunkt.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The processor time that processes have used, from Linux's {@code /proc}. */
record CpuTime(List<ProcessHandle> processes) {

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
            String figures = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(figures.substring(0, figures.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
