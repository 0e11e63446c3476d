package se.knutpunkt.server.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child that a killed launcher left behind and that is still on its way out. */
public final class Orphan {
    private Orphan() {}

    /**
     * Waits for the process of this pid file to end, ending it if it lingers.
     *
     * @param mark text that the process's command line must contain to be ours; a process id may since
     *     have gone to someone else
     * @param patience how long it may take by itself
     */
    public static void see(Path pidFile, String mark, Duration patience) {
        living(pidFile, mark).ifPresent(orphan -> {
            orphan.destroy();
            if (!ends(orphan, patience)) {
                orphan.destroyForcibly();
                ends(orphan, patience);
            }
        });
    }

    private static Optional<ProcessHandle> living(Path pidFile, String mark) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                            .filter(p -> commandLine(p).contains(mark))
                    : Optional.empty();
        } catch (IOException | NumberFormatException tornFile) {
            // The launcher was killed while writing it: then the watchdog's pipe has ended the child.
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException noProc) {
            return process.info().commandLine().orElse("");
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException lingers) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
