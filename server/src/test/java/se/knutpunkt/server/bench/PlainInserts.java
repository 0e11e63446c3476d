package se.knutpunkt.server.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import se.knutpunkt.server.RunningLauncher;

/**
 * The floor: the rows that an event becomes, inserted by prepared statements and nothing else; nothing is read, sealed or
 * checked, and no foreign key is looked up. Sealed texts are bytes of the length that sealing gives.
 */
final class PlainInserts {
    private static final List<String> TABLES = List.of("case_file", "case_event", "case_event_subject");

    /** What sealing adds: the key's id, nonce and tag. */
    private static final int SEAL = 5 + 12 + 16;

    private final RunningLauncher launcher;
    private final AtomicLong events = new AtomicLong();

    PlainInserts(RunningLauncher launcher) throws SQLException {
        this.launcher = launcher;
        try (Connection connection = launcher.database();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE OR REPLACE TABLE bench_" + table + " LIKE " + table);
            }
        }
    }

    /** Inserts so many events in one transaction. */
    HubBench.Sender sender(int size) throws SQLException {
        Connection connection = launcher.database();
        connection.setAutoCommit(false);
        PreparedStatement file = connection.prepareStatement("INSERT INTO bench_case_file (id, public_id, case_number,"
                + " case_type, authority, source, party_id, direction, received_at, registered_at, information_class,"
                + " document_type, title_sealed, public_title, retention_rule, retention_ground)"
                + " VALUES (?, ?, ?, 'KUL', 'KFN', 'demo-verksamhet', ?, 'INCOMING', ?, ?, '3.7.1', 'Ansökan', ?,"
                + " 'Kulturstipendium', 'gallras', 'Dokumenthanteringsplan')");
        PreparedStatement event = connection.prepareStatement("INSERT INTO bench_case_event (id, public_id, source,"
                + " external_id, content_hash, case_id, party_id, concerns_id, event_type, occurred_at, taken_at,"
                + " needs_action, done, diary_event, shown, language, headline_sealed, summary_sealed,"
                + " description_sealed, kept_from_guardian, keeps_reporter, party_only, class_id) VALUES (?, ?,"
                + " 'demo-verksamhet', ?, ?, ?, ?, NULL, 'ALVSTAD.KUL.INKOMMEN', ?, ?, FALSE, FALSE, TRUE, TRUE, 'sv',"
                + " ?, ?, ?, FALSE, FALSE, FALSE, 1)");
        PreparedStatement subject = connection.prepareStatement("INSERT INTO bench_case_event_subject (party_id,"
                + " occurred_at, event_id, case_id, case_type, shown, needs_action, class_id) VALUES (?, ?, ?, ?, 'KUL',"
                + " TRUE, FALSE, 1)");
        return new HubBench.Sender() {
            @Override
            public int send() throws SQLException {
                for (int i = 0; i < size; i++) {
                    add(events.incrementAndGet(), file, event, subject);
                }
                file.executeBatch();
                event.executeBatch();
                subject.executeBatch();
                connection.commit();
                return size;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static void add(long number, PreparedStatement file, PreparedStatement event, PreparedStatement subject)
            throws SQLException {
        LocalDateTime now = LocalDateTime.now(java.time.ZoneOffset.UTC);
        long caseId = number / BenchEvents.EVENTS_A_CASE + 1;
        long party = BenchEvents.person(number) + 1;
        if (number % BenchEvents.EVENTS_A_CASE == 0) {
            file.setLong(1, caseId);
            file.setString(2, UUID.randomUUID().toString());
            file.setString(3, BenchEvents.caseNumber(number));
            file.setLong(4, party);
            file.setObject(5, now);
            file.setObject(6, now);
            file.setBytes(7, sealed("Kulturstipendium"));
            file.addBatch();
        }
        event.setLong(1, number);
        event.setString(2, UUID.randomUUID().toString());
        event.setString(3, BenchEvents.id(number));
        event.setBytes(4, new byte[32]);
        event.setLong(5, caseId);
        event.setLong(6, party);
        event.setObject(7, now);
        event.setObject(8, now);
        event.setBytes(9, sealed("Ansökan om kulturstipendium inkommen"));
        event.setBytes(10, sealed("En ansökan har kommit in"));
        event.setBytes(11, sealed(BenchEvents.DESCRIPTION));
        event.addBatch();
        subject.setLong(1, party);
        subject.setObject(2, now);
        subject.setLong(3, number);
        subject.setLong(4, caseId);
        subject.addBatch();
    }

    private static byte[] sealed(String text) {
        return new byte[text.getBytes(StandardCharsets.UTF_8).length + SEAL];
    }
}
