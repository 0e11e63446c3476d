package se.knutpunkt.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.portal.api.FakeIntake;

class InboxTest {

    private static final SourceSystem SOURCE = new SourceSystem(
            "miljo", new Name("Miljö", "Environment"), "MN", Set.of(), Duration.ofDays(1), Instant.EPOCH, null);

    @TempDir
    Path root;

    private final HandClock clock = new HandClock();
    private final FakeIntake intake = new FakeIntake();
    private final Inbox inbox = new Inbox(clock, intake.files(clock));

    @BeforeEach
    void makeFolders() {
        look(inbox);
    }

    @Test
    void takesAFileThatLiesStillAndSaysWhatBecameOfEachRow() throws IOException {
        lay("natt.csv", csv("a", FakeIntake.REFUSED, "b"));
        lookTwice();
        assertThat(intake.ids()).containsExactly("a", "b");
        assertThat(names("in")).isEmpty();
        assertThat(names("work")).isEmpty();
        assertThat(names("failed")).containsExactly("20261122T020010Z-natt.csv", "20261122T020010Z-natt.csv.svar.csv");
        assertThat(Files.readString(root.resolve("failed/20261122T020010Z-natt.csv.svar.csv")))
                .isEqualToIgnoringNewLines("""
                        rad;id;resultat;orsak
                        2;a;sparad;
                        3;refuse-me;avvisad;The case type is not registered. The case type is not registered.
                        4;b;sparad;
                        """);
    }

    @Test
    void movesAFileOfWhichAllIsKeptToDone() throws IOException {
        lay("Natt.XML", example("handelser.xml"));
        lookTwice();
        assertThat(intake.ids()).containsExactly("xml-exempel-01", "xml-exempel-02");
        assertThat(names("done")).hasSize(2).allMatch(name -> name.contains("-Natt.XML"));
        lay("Natt.XML", example("handelser.xml"));
        clock.now = clock.now.minusSeconds(10);
        lookTwice();
        assertThat(names("done")).as("two of one name in one second").hasSize(4);
    }

    @Test
    void takesAFileWithTheLongestNameThatAFileSystemTakes() throws IOException {
        lay("å".repeat(125) + "x.csv", csv("a"));
        lookTwice();
        assertThat(intake.ids()).containsExactly("a");
        assertThat(names("done")).hasSize(2).anyMatch(name -> name.endsWith(".csv.svar.csv"));
    }

    @Test
    void laysNothingWhereALinkLeads() throws IOException {
        Files.createDirectory(root.resolve("other"));
        lay("natt.csv", csv("a"));
        look(inbox);
        Files.delete(root.resolve("done"));
        Files.createSymbolicLink(root.resolve("done"), root.resolve("other"));
        clock.pass(Inbox.STILL);
        look(inbox);
        assertThat(names("other")).isEmpty();
        assertThat(names("work")).isNotEmpty();
    }

    @Test
    void writesNoIdThatASpreadsheetWouldRun() throws IOException {
        lay("natt.csv", csv("=1+1", "-2", "a=b"));
        lookTwice();
        String verdict = Files.readString(root.resolve("done/20261122T020010Z-natt.csv.svar.csv"));
        assertThat(verdict).contains(";'=1+1;").contains(";'-2;").contains(";a=b;");
    }

    @Test
    void leavesAFileThatGrows() throws IOException {
        lay("natt.csv", csv("a"));
        look(inbox);
        for (int i = 0; i < 5; i++) {
            clock.pass(Inbox.STILL);
            lay("natt.csv", csv("a") + "\n".repeat(i + 1));
            look(inbox);
        }
        assertThat(intake.ids()).isEmpty();
        clock.pass(Inbox.STILL);
        look(inbox);
        assertThat(intake.ids()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"natt.csv.tmp", ".natt.csv", "natt.part", "natt.csv.filepart"})
    void leavesNamesOfFilesUnderWay(String name) throws IOException {
        lay(name, csv("a"));
        lookTwice();
        assertThat(names("in")).containsExactly(name);
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere.csv"), csv("a"));
        Files.createSymbolicLink(root.resolve("in/link.csv"), elsewhere);
        lookTwice();
        assertThat(intake.ids()).isEmpty();
    }

    @Test
    void saysThatAFileIsOfNoKnownFormat() throws IOException {
        lay("natt.xls", "x");
        lookTwice();
        assertThat(verdict("failed")).contains("avbruten").contains("ends with .csv or .xml");
    }

    @Test
    void tellsWhereAFileBreaks() throws IOException {
        lay("natt.csv", csv("a") + "\"open");
        lookTwice();
        assertThat(intake.ids()).containsExactly("a");
        assertThat(verdict("failed")).contains("2;a;sparad;").contains(";;avbruten;");
    }

    @Test
    void takesUpAFileThatAKilledNodeLeftInTheMiddle() throws IOException {
        lay("natt.csv", manyRows());
        intake.everyGroup(() -> {
            if (intake.ids().size() == 100) {
                throw new IllegalStateException("killed");
            }
        });
        lookTwice();
        assertThat(names("in")).isEmpty();
        assertThat(names("done")).isEmpty();
        intake.everyGroup(() -> {});
        Inbox other = new Inbox(clock, intake.files(clock));
        clock.pass(Inbox.ABANDONED.minusSeconds(1));
        look(other);
        assertThat(names("done")).as("the first node may still be at it").isEmpty();
        clock.pass(Duration.ofSeconds(2));
        look(other);
        assertThat(names("done")).hasSize(2);
        assertThat(names("work")).isEmpty();
        assertThat(Set.copyOf(intake.ids())).hasSize(250);
    }

    @Test
    void isLeftAloneByOthersWhileItsNodeIsAtWork() throws IOException {
        lay("natt.csv", manyRows());
        Inbox other = new Inbox(clock, new FakeIntake().files(clock));
        intake.everyGroup(() -> {
            clock.pass(Duration.ofSeconds(100));
            look(other);
        });
        lookTwice();
        assertThat(intake.ids()).hasSize(250);
        assertThat(names("done")).hasSize(2);
    }

    @Test
    void isTakenByOneOfManyNodes() throws Exception {
        for (int i = 0; i < 50; i++) {
            lay("fil" + i + ".csv", csv("id-" + i));
        }
        List<FakeIntake> intakes = Stream.generate(FakeIntake::new).limit(4).toList();
        List<Inbox> nodes = intakes.stream()
                .map(each -> new Inbox(clock, each.files(clock)))
                .toList();
        nodes.forEach(InboxTest.this::look);
        clock.pass(Inbox.STILL);
        List<Thread> threads =
                nodes.stream().map(node -> new Thread(() -> look(node))).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        List<String> all = intakes.stream().flatMap(each -> each.ids().stream()).toList();
        assertThat(all).hasSize(50).doesNotHaveDuplicates();
        assertThat(names("done")).hasSize(100);
    }

    /** How many files; 100 000 by hand: {@code -Dfuzz.count=100000}. */
    @Test
    void keepsNothingOfABrokenFileThatItsVerdictDoesNotSay() throws IOException {
        long seed = Long.getLong("fuzz.seed", 20261122L);
        int count = Integer.getInteger("fuzz.count", 300);
        System.out.println("fuzz of files: seed " + seed + ", count " + count);
        Random random = new Random(seed);
        byte[][] good = {
            example("handelser.csv").getBytes(StandardCharsets.UTF_8),
            example("handelser.xml").getBytes(StandardCharsets.UTF_8)
        };
        int keptInAll = 0;
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(2);
            byte[] body = good[kind].clone();
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Files.write(root.resolve("in/fuzz" + (kind == 0 ? ".csv" : ".xml")), body);
            intake.ids().clear();
            lookTwice();
            String to = names("done").isEmpty() ? "failed" : "done";
            List<String> told = new ArrayList<>();
            verdict(to).lines().filter(line -> line.endsWith(";sparad;")).forEach(line -> told.add(id(line)));
            assertThat(told).as("seed %d, file %d", seed, i).isEqualTo(intake.ids());
            assertThat(names("in")).isEmpty();
            assertThat(names("work")).isEmpty();
            keptInAll += told.size();
            for (String name : names(to)) {
                Files.delete(root.resolve(to).resolve(name));
            }
        }
        assertThat(keptInAll).isPositive();
    }

    private void look(Inbox node) {
        node.look(SOURCE, root);
    }

    private void lookTwice() {
        look(inbox);
        clock.pass(Duration.ofSeconds(10));
        look(inbox);
    }

    private void lay(String name, String content) throws IOException {
        Files.writeString(root.resolve("in").resolve(name), content);
    }

    private String verdict(String folder) throws IOException {
        String name = names(folder).stream()
                .filter(each -> each.endsWith(".svar.csv"))
                .findFirst()
                .orElseThrow();
        return Files.readString(root.resolve(folder).resolve(name));
    }

    private static String id(String line) {
        String cell = line.substring(line.indexOf(';') + 1, line.length() - ";sparad;".length());
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve(folder))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String manyRows() {
        return csv(Stream.iterate(1, i -> i + 1).limit(250).map(i -> "id-" + i).toArray(String[]::new));
    }

    private static String csv(String... ids) {
        String[] lines = example("handelser.csv").split("\n", -1);
        StringBuilder file = new StringBuilder(lines[0]).append('\n');
        for (String id : ids) {
            file.append(lines[1].replace("csv-exempel-01", id)).append('\n');
        }
        return file.toString();
    }

    private static String example(String name) {
        try {
            return Files.readString(Path.of("../docs/examples", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Goes when it is told to. */
    private static final class HandClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
