package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.party.IdentityNumber;

class FileRegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final IdentityNumber CHILD = IdentityNumber.person("201410092389", TODAY);
    private static final IdentityNumber GUARDIAN = IdentityNumber.person("198503232384", TODAY);

    @TempDir
    Path folder;

    private Path file;
    private FileRegister register;

    @BeforeEach
    void layTheFile() throws IOException {
        file = folder.resolve("navet.xml");
        Files.writeString(file, """
                <Navetavisering><Folkbokforingsposter><Folkbokforingspost>
                <Sekretessmarkering>N</Sekretessmarkering>
                <Personpost><PersonId><PersonNr>201410092389</PersonNr></PersonId><Relationer>
                <Relation><RelationId><PersonNr>198503232384</PersonNr></RelationId><Relationstyp>V</Relationstyp></Relation>
                </Relationer></Personpost></Folkbokforingspost></Folkbokforingsposter></Navetavisering>
                """);
        register = new FileRegister(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void isAsOldAsItsFile() throws IOException {
        Instant yesterday = NOW.minusSeconds(80_000);
        modified(yesterday);

        assertThat(register.asOf()).hasValue(yesterday);
        assertThat(register.person(CHILD)).hasValueSatisfying(answer -> {
            assertThat(answer.asOf()).isEqualTo(yesterday);
            assertThat(answer.guardians())
                    .extracting(link -> link.pair().guardian())
                    .containsExactly(GUARDIAN);
        });
        assertThat(register.person(GUARDIAN)).as("without a record of its own").isEmpty();
    }

    @Test
    void believesNoFileFromTheFutureBeyondTheSkewOfClocks() throws IOException {
        modified(NOW.plusSeconds(60));
        assertThat(register.asOf()).as("no later than now").hasValue(NOW);

        modified(NOW.plusSeconds(3_600));
        assertThat(register.asOf()).isEmpty();
        assertThatThrownBy(register::snapshot).isInstanceOf(ImportRefused.class).hasMessageContaining("future");
    }

    @Test
    void cannotBeAskedWithoutItsFile() throws IOException {
        Files.delete(file);

        assertThat(register.asOf()).isEmpty();
        assertThatThrownBy(() -> register.person(CHILD)).isInstanceOf(ImportRefused.class);
    }

    private void modified(Instant when) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(when));
    }
}
