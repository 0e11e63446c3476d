package se.knutpunkt.portal.operations;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import se.knutpunkt.hub.diary.Diary;
import se.knutpunkt.hub.diary.DiaryState;
import se.knutpunkt.hub.time.DatabaseTime;

/** How much work lies waiting: what an operator wants an alarm on. */
@Stateless
public class WorkFigures {

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource dataSource;

    @Inject
    Diary diary;

    @Inject
    Clock clock;

    /** Documents in each state of the diary. */
    public Map<DiaryState, Long> diary() {
        return diary.counts(null);
    }

    /**
     * Outbox tasks that are due, by kind.
     *
     * @throws SQLException when the database does not answer
     */
    public Map<String, Long> dueTasks() throws SQLException {
        Instant now = clock.instant();
        LocalDateTime due = DatabaseTime.column(now);
        Map<String, Long> tasks = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT task_name, COUNT(*) FROM scheduled_tasks WHERE execution_time <= ? GROUP BY task_name")) {
            count.setObject(1, due);
            try (ResultSet found = count.executeQuery()) {
                while (found.next()) {
                    tasks.put(found.getString(1), found.getLong(2));
                }
            }
        }
        return tasks;
    }
}
