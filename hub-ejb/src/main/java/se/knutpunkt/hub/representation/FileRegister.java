package se.knutpunkt.hub.representation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.time.SwedishTime;

/** The population register as a file of Navet's notices. It is as old as the file's last modification says. */
final class FileRegister implements PopulationRegister {

    /** Clocks of two machines are never quite alike. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Path file;
    private final Clock clock;

    FileRegister(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The file at one moment.
     *
     * @param asOf its modification time, not after now
     */
    record Snapshot(ByteBuffer content, Instant asOf) {}

    @Override
    public Optional<Instant> asOf() {
        try {
            return Optional.of(modified());
        } catch (ImportRefused unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<RegisterAnswer> person(IdentityNumber number) {
        Snapshot now = snapshot();
        return content(now).about(number, now.asOf());
    }

    /**
     * Reads the whole file.
     *
     * @throws ImportRefused when it cannot be read, is being written, or says that it comes from the future
     */
    Snapshot snapshot() {
        Instant asOf = modified();
        try {
            FileTime before = Files.getLastModifiedTime(file);
            byte[] bytes = Files.readAllBytes(file);
            if (!Files.getLastModifiedTime(file).equals(before)) {
                throw new ImportRefused("the file is being written");
            }
            return new Snapshot(ByteBuffer.wrap(bytes), asOf);
        } catch (IOException e) {
            throw new ImportRefused("the file cannot be read");
        }
    }

    GuardianFile.Content content(Snapshot snapshot) {
        return GuardianFile.read(new ByteArrayInputStream(snapshot.content().array()), SwedishTime.today(clock));
    }

    /** A time to come would never grow old, so it is refused. */
    private Instant modified() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant modified;
        try {
            modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (IOException e) {
            throw new ImportRefused("the file cannot be read");
        }
        if (modified.isAfter(now.plus(SKEW))) {
            throw new ImportRefused("the file's modification time is in the future");
        }
        return modified.isAfter(now) ? now : modified;
    }
}
