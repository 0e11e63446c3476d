package se.knutpunkt.server.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process under a small shell that holds a pipe from the launcher.
 *
 * <p>When the pipe closes, by {@link #close} or because the launcher died (by {@code kill -9} too), the
 * shell asks the child to end and, after the grace time, ends it. Signals of the terminal reach neither,
 * so that the launcher decides the order in which things stop.
 */
public final class WatchedProcess implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    // The child's own exit ends the shell as well, with the same status, which is how the launcher hears of it.
    private static final String WATCHDOG = """
            trap '' INT HUP TERM
            log=$1 pidfile=$2 grace=$3; shift 3
            exec 3<&0
            (trap - TERM; exec "$@" 3<&- </dev/null >>"$log" 2>&1) &
            child=$!
            echo $child >"$pidfile"
            echo $child
            exec >/dev/null
            (trap - TERM
             read -r line <&3
             kill -TERM $child
             while [ $grace -gt 0 ]; do sleep 1; grace=$((grace - 1)); done
             kill -KILL $child) 2>/dev/null &
            watcher=$!
            wait $child
            status=$?
            kill $watcher 2>/dev/null
            exit $status
            """;

    private final Process shell;
    private final long pid;
    private final Duration grace;

    private WatchedProcess(Process shell, long pid, Duration grace) {
        this.shell = shell;
        this.pid = pid;
        this.grace = grace;
    }

    /**
     * How to start a child.
     *
     * @param command program and arguments
     * @param environment variables set beside the launcher's own
     * @param log file that gets what the child prints
     * @param pidFile file that keeps the child's process id, for {@link Orphan}; its folder is where the child runs
     * @param grace how long the child may take to end when asked
     */
    public record Child(
            List<String> command, Map<String, String> environment, Path log, Path pidFile, Duration grace) {}

    /** Starts the child. */
    public static WatchedProcess start(Child child) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "knutpunkt-watchdog"));
        line.add(child.log().toString());
        line.add(child.pidFile().toString());
        line.add(Long.toString(child.grace().toSeconds()));
        line.addAll(child.command());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(child.pidFile().toAbsolutePath().getParent().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(child.environment());
        try {
            Process shell = builder.start();
            BufferedReader said = shell.inputReader(StandardCharsets.US_ASCII);
            long pid = Long.parseLong(Optional.ofNullable(said.readLine())
                    .orElseThrow(() -> new IOException("The watchdog did not start"))
                    .strip());
            return new WatchedProcess(shell, pid, child.grace());
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** The child's process id. */
    public long pid() {
        return pid;
    }

    /** Whether the child runs. */
    public boolean isAlive() {
        return shell.isAlive();
    }

    /** Completes when the child has ended, with its exit status. */
    public CompletableFuture<Integer> ended() {
        return shell.onExit().thenApply(Process::exitValue);
    }

    /** Asks the child to end and waits for it; it is killed when its grace time is over. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            long limit = grace.plus(MARGIN).toSeconds();
            if (!shell.waitFor(limit, TimeUnit.SECONDS)) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (IOException alreadyClosed) {
            shell.destroyForcibly();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
