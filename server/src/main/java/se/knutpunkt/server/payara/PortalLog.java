package se.knutpunkt.server.payara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads from the portal's log why it could not be deployed: Payara Micro goes on without an application that failed, so
 * that nothing else tells.
 */
final class PortalLog {
    // What the portal itself says of a bad setting; else the container's words, which may stand in another field.
    private static final Pattern REASON = Pattern.compile("Knutpunkt cannot start\\. (.*?)(?:\\\\n|\")");
    private static final Pattern FAILED = Pattern.compile("(Exception while loading the app)(?: : (.*?))?(?:\\\\n|\")");

    private PortalLog() {}

    /** The first line of the reason, when the deployment has failed. */
    static Optional<String> failure(Path log) {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log)) {
            String all = String.join(
                    "\n",
                    lines.filter(line -> !line.contains("\"Level\":\"INFO\"")).toList());
            Matcher reason = REASON.matcher(all);
            if (reason.find()) {
                return Optional.of(reason.group(1));
            }
            Matcher failed = FAILED.matcher(all);
            return failed.find()
                    ? Optional.ofNullable(failed.group(2)).or(() -> Optional.of(failed.group(1)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
