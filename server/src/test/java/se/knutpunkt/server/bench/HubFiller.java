package se.knutpunkt.server.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.vault.TinkVault;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.server.RunningLauncher;

/**
 * Fills a hub with cases and events as a municipality has them: most persons have a few events, some have thousands.
 * What stands in a block is drawn from the block's number alone, and a block is one transaction: the same number of
 * events gives the same rows, and a filling that was broken off goes on where it was.
 *
 * <p>Past the intake, which would take hours: rows are inserted as they would have become. The persons are nobody, since
 * their hashes are of no number; nobody can log in as one of them.
 */
final class HubFiller {
    /** Above what the product has numbered before it is filled. */
    private static final long FIRST = 1_000_000_000L;

    private static final int CASES = 1000;
    private static final int NEW_PERSONS = 640;
    private static final int MOST_EVENTS = 19;
    private static final long SEED = 0x5eedL;
    private static final int VARIANTS = 50;
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final int DAYS = 2100;
    private static final int BAR = 40;

    private final RunningLauncher launcher;
    private final Vault vault;
    private final List<byte[]> headlines = new ArrayList<>();
    private final List<byte[]> summaries = new ArrayList<>();
    private final List<byte[]> descriptions = new ArrayList<>();
    private final byte[] title;
    private final byte[] number;
    private final byte[] name;
    private long lastChange;
    private int classId;

    HubFiller(RunningLauncher launcher) {
        this.launcher = launcher;
        this.vault = TinkVault.open(launcher.data().resolve("keys"));
        for (int i = 0; i < VARIANTS; i++) {
            // a seal differs each time, but may stand in many rows: nothing reads more than one of them as one
            headlines.add(vault.seal("Beslut " + i + " om kulturstipendium", EventSeals.HEADLINE));
            summaries.add(vault.seal("Något har hänt i ett ärende", EventSeals.SUMMARY));
            descriptions.add(vault.seal(BenchEvents.DESCRIPTION, EventSeals.DESCRIPTION));
        }
        title = vault.seal("Kulturstipendium", "case_file.title");
        number = vault.seal(BenchEvents.PERSONS.get(0), "party.number");
        name = vault.seal("Demo Demosson", "party.name");
    }

    /** Adds blocks until there are so many events; some of the last block may be above it. */
    void fill(long wanted) throws SQLException, IOException {
        try (Connection connection = launcher.database()) {
            connection.setAutoCommit(false);
            prepare(connection);
            classId = classId(connection);
            connection.commit();
            BitSet done = done(connection);
            long events = 0;
            for (int block = 0; events < wanted; block++) {
                List<Case> cases = cases(block);
                if (!done.get(block)) {
                    write(connection, block, cases);
                    connection.commit();
                }
                events += cases.stream().mapToInt(Case::events).sum();
                show(events, wanted);
            }
            System.err.println();
            analyze(connection);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // the rows fit by how they are made; to look each up would double the time
            statement.execute("SET foreign_key_checks = 0, unique_checks = 0");
            // what the product numbers itself goes on far above, else it would take the numbers of later blocks
            for (String table : List.of("party", "case_file", "case_event")) {
                statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = " + 10 * FIRST);
            }
        }
    }

    /** All events of the filling are of one class. */
    private static int classId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT IGNORE INTO event_class (case_type, kind, shown, marking, kept_from_guardian,"
                    + " keeps_reporter, party_only) VALUES ('KUL', 'HANDELSE', TRUE, '', FALSE, FALSE, FALSE)");
            try (ResultSet row = statement.executeQuery("SELECT id FROM event_class WHERE case_type = 'KUL' AND kind ="
                    + " 'HANDELSE' AND shown AND marking = '' AND NOT kept_from_guardian AND NOT keeps_reporter"
                    + " AND NOT party_only")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static BitSet done(Connection connection) throws SQLException {
        BitSet done = new BitSet();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT (id - ?) DIV ? AS block FROM case_file WHERE id >= ? AND (id - ?) % ? = 0")) {
            statement.setLong(1, FIRST);
            statement.setInt(2, CASES);
            statement.setLong(3, FIRST);
            statement.setLong(4, FIRST);
            statement.setInt(5, CASES);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    done.set(rows.getInt(1));
                }
            }
        }
        return done;
    }

    private static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE party, case_file, case_event, case_event_subject");
        }
    }

    /** A case of the block: whose, how many events, when the first and how many hours between. */
    private record Case(long person, int events, LocalDateTime start, int hours) {}

    private static List<Case> cases(int block) {
        SplittableRandom random = new SplittableRandom(SEED + block);
        List<Case> cases = new ArrayList<>();
        long persons = (long) (block + 1) * NEW_PERSONS;
        for (int i = 0; i < CASES; i++) {
            boolean frequent = random.nextInt(5) == 0;
            long person = frequent
                    // some come again and again: the low numbers the most
                    ? (long) (persons * Math.pow(random.nextDouble(), 2.5))
                    : persons - NEW_PERSONS + random.nextInt(NEW_PERSONS);
            cases.add(new Case(
                    person,
                    1 + random.nextInt(8) + random.nextInt(8),
                    BEGINNING.plusSeconds(random.nextLong(DAYS * 86_400L)),
                    1 + random.nextInt(200)));
        }
        return cases;
    }

    private void write(Connection connection, int block, List<Case> cases) throws SQLException {
        insertPersons(connection, block);
        lastChange = lastChange(connection);
        try (PreparedStatement file = connection.prepareStatement("INSERT INTO case_file (id, public_id, case_number,"
                        + " case_type, authority, source, party_id, direction, received_at, registered_at,"
                        + " information_class, document_type, title_sealed, public_title, retention_rule,"
                        + " retention_ground) VALUES (?, ?, ?, 'KUL', 'kultur-och-fritidsnämnden', 'demo-verksamhet', ?,"
                        + " 'INCOMING', ?, ?, '3.7.1', 'Ansökan', ?, 'Kulturstipendium', 'gallras',"
                        + " 'Dokumenthanteringsplan')");
                PreparedStatement event = connection.prepareStatement("INSERT INTO case_event (id, public_id, source,"
                        + " external_id, content_hash, case_id, party_id, event_type, occurred_at, taken_at,"
                        + " needs_action, done, diary_event, shown, language, headline_sealed, summary_sealed,"
                        + " description_sealed, change_number, class_id) VALUES (?, ?, 'demo-verksamhet', ?, ?, ?, ?,"
                        + " 'ALVSTAD.KUL.HANDELSE', ?, ?, ?, ?, FALSE, TRUE, 'sv', ?, ?, ?, ?, ?)");
                PreparedStatement subject = connection.prepareStatement("INSERT INTO case_event_subject (party_id,"
                        + " occurred_at, event_id, case_id, case_type, shown, needs_action, class_id)"
                        + " VALUES (?, ?, ?, ?, 'KUL', TRUE, ?, ?)")) {
            for (int i = 0; i < cases.size(); i++) {
                Case one = cases.get(i);
                long caseId = FIRST + (long) block * CASES + i;
                file.setLong(1, caseId);
                file.setString(2, uuid("case", caseId).toString());
                file.setString(3, "FYLLD-" + Long.toString(caseId, 36));
                file.setLong(4, FIRST + one.person());
                file.setObject(5, one.start());
                file.setObject(6, one.start());
                file.setBytes(7, title);
                file.addBatch();
                for (int j = 0; j < one.events(); j++) {
                    addEvent(event, subject, one, caseId, j);
                }
            }
            file.executeBatch();
            event.executeBatch();
            subject.executeBatch();
        }
        setLastChange(connection);
    }

    /** Numbered as they are written (docs/decisions/0019): left to the product, ten million take it a quarter of an hour. */
    private static long lastChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT last_number FROM change_counter WHERE id = 1 FOR UPDATE")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void setLastChange(Connection connection) throws SQLException {
        try (PreparedStatement counter =
                connection.prepareStatement("UPDATE change_counter SET last_number = ? WHERE id = 1")) {
            counter.setLong(1, lastChange);
            counter.executeUpdate();
        }
    }

    private void addEvent(PreparedStatement event, PreparedStatement subject, Case one, long caseId, int j)
            throws SQLException {
        long id = FIRST + (caseId - FIRST) * MOST_EVENTS + j;
        LocalDateTime at = one.start().plusHours((long) j * one.hours());
        int variant = (int) (id % VARIANTS);
        boolean asks = id % 11 == 0;
        event.setLong(1, id);
        event.setString(2, uuid("event", id).toString());
        event.setString(3, "fylld-" + id);
        event.setBytes(4, hash("content", id));
        event.setLong(5, caseId);
        event.setLong(6, FIRST + one.person());
        event.setObject(7, at);
        event.setObject(8, at);
        event.setBoolean(9, asks);
        event.setBoolean(10, j == one.events() - 1);
        event.setBytes(11, headlines.get(variant));
        event.setBytes(12, summaries.get(variant));
        event.setBytes(13, descriptions.get(variant));
        lastChange++;
        event.setLong(14, lastChange);
        event.setInt(15, classId);
        event.addBatch();
        subject.setLong(1, FIRST + one.person());
        subject.setObject(2, at);
        subject.setLong(3, id);
        subject.setLong(4, caseId);
        subject.setBoolean(5, asks);
        subject.setInt(6, classId);
        subject.addBatch();
    }

    private void insertPersons(Connection connection, int block) throws SQLException {
        try (PreparedStatement person = connection.prepareStatement(
                "INSERT INTO party (id, kind, number_hash, number_sealed, name_sealed, created_at)"
                        + " VALUES (?, 'PERSONNUMMER', ?, ?, ?, ?)")) {
            for (int i = 0; i < NEW_PERSONS; i++) {
                long id = FIRST + (long) block * NEW_PERSONS + i;
                person.setLong(1, id);
                person.setBytes(2, hash("person", id));
                person.setBytes(3, number);
                person.setBytes(4, name);
                person.setObject(5, BEGINNING);
                person.addBatch();
            }
            person.executeBatch();
        }
    }

    private static UUID uuid(String kind, long id) {
        ByteBuffer hash = ByteBuffer.wrap(hash(kind, id));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static byte[] hash(String kind, long id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((kind + id).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void show(long events, long wanted) {
        int full = (int) Math.min(BAR, BAR * events / wanted);
        System.err.printf("\r[%s%s] %,d of %,d events", "#".repeat(full), " ".repeat(BAR - full), events, wanted);
    }
}
