package se.knutpunkt.portal.inbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.portal.api.EventFiles;
import se.knutpunkt.portal.api.EventFiles.Format;

/** Takes the files that lie still, one after the other. One thread at a time looks. */
final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    /** A file that has kept its size and time for so long is whole. */
    static final Duration STILL = Duration.ofSeconds(5);

    /** A file in work that nobody touched for so long is taken anew; that two nodes may then do it does no harm. */
    static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final Duration TOUCH = Duration.ofSeconds(20);

    private final Clock clock;
    private final EventFiles files;
    private final Map<Path, Seen> seen = new HashMap<>();

    Inbox(Clock clock, EventFiles files) {
        this.clock = clock;
        this.files = files;
    }

    /** How a file looked, and since when. */
    private record Seen(long size, Instant changed, Instant since) {}

    /** Takes what is ready in the folder of a source. What fails is logged and left for the next look. */
    void look(SourceSystem source, Path root) {
        SourceFolder folder = new SourceFolder(root);
        try {
            folder.make();
            for (Path file : folder.abandoned(clock.instant().minus(ABANDONED))) {
                Files.deleteIfExists(folder.verdictUnderWay(file));
                take(source, folder, file);
            }
            List<Path> waiting = folder.waiting();
            forgetOthers(root, waiting);
            for (Path file : waiting) {
                if (isStill(file)) {
                    take(source, folder, file);
                }
            }
        } catch (IOException unreadable) {
            // without the exception's text, which names the file, and names may tell of people
            LOG.log(Level.WARNING, "inbox source={0} cannot be read: {1}", source.code(), kind(unreadable));
        }
    }

    /** As much is remembered as lies there, however much that is. */
    private void forgetOthers(Path root, List<Path> waiting) {
        Set<Path> there = new HashSet<>(waiting);
        seen.keySet().removeIf(file -> file.startsWith(root) && !there.contains(file));
    }

    private boolean isStill(Path file) throws IOException {
        Instant now = clock.instant();
        Seen last = seen.get(file);
        Seen current;
        try {
            current = new Seen(Files.size(file), Files.getLastModifiedTime(file).toInstant(), now);
        } catch (NoSuchFileException gone) {
            return false;
        }
        if (last != null && last.size == current.size && last.changed.equals(current.changed)) {
            boolean still = !now.isBefore(last.since.plus(STILL));
            if (still) {
                seen.remove(file);
            }
            return still;
        }
        seen.put(file, current);
        return false;
    }

    private void take(SourceSystem source, SourceFolder folder, Path file) {
        Path mine = null;
        try {
            Optional<Path> taken = folder.take(file, clock.instant());
            if (taken.isEmpty()) {
                return;
            }
            mine = taken.get();
            boolean allKept = events(source, folder, mine);
            folder.finish(mine, allKept, clock.instant());
            LOG.log(Level.INFO, "inbox source={0} file={1} all-kept={2}", source.code(), id(mine), allKept);
        } catch (IOException | RuntimeException fault) {
            // it stays in work and is taken again: what was kept of it is known by its ids
            LOG.log(
                    Level.ERROR,
                    "inbox source={0} file={1} is left for later: {2}",
                    source.code(),
                    mine == null ? "?" : id(mine),
                    kind(fault));
        }
    }

    private boolean events(SourceSystem source, SourceFolder folder, Path mine) throws IOException {
        Optional<Format> format = format(SourceFolder.ownName(mine));
        try (InputStream content = Files.newInputStream(mine, LinkOption.NOFOLLOW_LINKS);
                BufferedWriter verdict = Files.newBufferedWriter(
                        folder.verdictUnderWay(mine), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            if (format.isEmpty()) {
                files.refuse(verdict);
                return false;
            }
            return files.take(source, format.get(), content, verdict, new Heartbeat(mine));
        }
    }

    private static Optional<Format> format(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".csv")
                ? Optional.of(Format.CSV)
                : small.endsWith(".xml") ? Optional.of(Format.XML) : Optional.empty();
    }

    /** The random part of the name. */
    private static String id(Path mine) {
        return mine.getFileName().toString().substring(0, 36);
    }

    private static String kind(Exception fault) {
        return fault.getClass().getName()
                + (fault.getCause() == null
                        ? ""
                        : " by " + fault.getCause().getClass().getName());
    }

    /** Tells the other nodes now and then that a long file is being worked with. */
    private final class Heartbeat implements Runnable {
        private final Path file;
        private Instant last = clock.instant();

        Heartbeat(Path file) {
            this.file = file;
        }

        @Override
        public void run() {
            Instant now = clock.instant();
            if (now.isBefore(last.plus(TOUCH))) {
                return;
            }
            last = now;
            try {
                SourceFolder.touch(file, now);
            } catch (IOException lost) {
                LOG.log(Level.WARNING, "inbox file={0} is taken over by another node", id(file));
            }
        }
    }
}
