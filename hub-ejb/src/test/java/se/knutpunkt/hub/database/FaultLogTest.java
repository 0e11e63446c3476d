package se.knutpunkt.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultLogTest {
    private final List<System.Logger.Level> said = new ArrayList<>();
    private final FaultLog log = new FaultLog(new Recorder(), "The job is done the next time");

    @Test
    void whatPassesByItselfIsQuiet() {
        for (SQLException passing : List.of(
                new SQLException("deadlock", "40001", 1213),
                new SQLException("duplicate", "23000", 1062),
                new SQLException("lock wait", "HY000", 1205),
                new SQLNonTransientConnectionException("away", "08000"))) {
            log.failed(wrapped(passing));
        }
        assertThat(said).hasSize(4).containsOnly(System.Logger.Level.DEBUG);
    }

    @Test
    void anyOtherFaultIsAWarningAtOnceAndThenOnceAMinute() {
        for (int second = 0; second < FaultLog.EVERY; second++) {
            log.failed(wrapped(new SQLException("no such column", "42S22", 1054)));
        }
        assertThat(said).containsExactly(System.Logger.Level.WARNING);
        log.failed(new EJBException(new IllegalStateException("sealed by other keys")));
        assertThat(said).hasSize(2);
    }

    @Test
    void oneThatComesAfterItWorkedIsToldAtOnce() {
        log.failed(new IllegalStateException());
        log.failed(new IllegalStateException());
        log.worked();
        log.failed(new IllegalStateException());
        assertThat(said).containsExactly(System.Logger.Level.WARNING, System.Logger.Level.WARNING);
    }

    private static RuntimeException wrapped(SQLException cause) {
        return new EJBException(new DatabaseFailure(cause));
    }

    private final class Recorder implements System.Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
            said.add(level);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... values) {
            said.add(level);
        }
    }
}
