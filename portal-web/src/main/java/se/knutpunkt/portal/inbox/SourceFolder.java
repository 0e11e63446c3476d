package se.knutpunkt.portal.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The folders of one source: {@code in}, where it lays files; {@code work}; {@code done} and {@code failed}. */
final class SourceFolder {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Between the name a node gave a file that it works with, and its own. */
    private static final String BORDER = "~";

    /** In bytes. */
    private static final int LONGEST_NAME = 120;

    private final Path root;

    SourceFolder(Path root) {
        this.root = root;
    }

    void make() throws IOException {
        for (String part : List.of("in", "work", "done", "failed")) {
            Files.createDirectories(root.resolve(part));
        }
    }

    /** What lies in {@code in}, but for names that say that somebody still writes. */
    List<Path> waiting() throws IOException {
        return files(root.resolve("in")).stream()
                .filter(file -> !name(file).matches("\\..*|(?i).*\\.(tmp|part|filepart|partial)"))
                .toList();
    }

    /** What a node took and has not touched since a time: it is gone, or stuck. */
    List<Path> abandoned(Instant untouchedSince) throws IOException {
        return files(root.resolve("work")).stream()
                .filter(file -> name(file).contains(BORDER) && !name(file).startsWith("."))
                .filter(file -> isOlder(file, untouchedSince))
                .toList();
    }

    /**
     * Takes a file by an atomic move to a name of our own.
     *
     * @return where it is now; empty when another node was quicker
     */
    Optional<Path> take(Path file, Instant now) throws IOException {
        try {
            // first, so that no other node finds it old the moment it is in work
            touch(file, now);
            Path mine = root.resolve("work").resolve(UUID.randomUUID() + BORDER + shortened(ownName(file)));
            return Optional.of(Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE));
        } catch (NoSuchFileException taken) {
            return Optional.empty();
        }
    }

    /** What we add to a name must have room beside it: 255 bytes is the most that file systems take. */
    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 5 ? name.substring(dot) : "";
        String start = name.substring(0, name.length() - ending.length());
        while (start.getBytes(StandardCharsets.UTF_8).length + ending.length() > LONGEST_NAME) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + ending;
    }

    /** Says that a file is still worked with. */
    static void touch(Path file, Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /** Where the verdict on a file is written until it is whole. */
    Path verdictUnderWay(Path taken) {
        return root.resolve("work").resolve("." + name(taken) + ".svar");
    }

    /** Moves the verdict and then the file: a file that is no longer in work has its verdict. */
    void finish(Path taken, boolean allKept, Instant now) throws IOException {
        Path to = root.resolve(allKept ? "done" : "failed");
        if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            // whoever may write beside it could else have us lay the file in another source's folder
            throw new NotDirectoryException(to.getFileName().toString());
        }
        String name = STAMP.format(now) + "-" + ownName(taken);
        if (Files.exists(to.resolve(name))) {
            name = STAMP.format(now) + "-" + UUID.randomUUID() + "-" + ownName(taken);
        }
        Files.move(verdictUnderWay(taken), to.resolve(name + ".svar.csv"), StandardCopyOption.ATOMIC_MOVE);
        Files.move(taken, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The name that the source gave it. */
    static String ownName(Path file) {
        String name = name(file);
        return name.matches("[0-9a-f-]{36}" + BORDER + ".+") ? name.substring(name.indexOf(BORDER) + 1) : name;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException gone) {
            return false;
        }
    }
}
