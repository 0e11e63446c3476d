package se.knutpunkt.hub.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.DatabaseTime;

/**
 * Runs SQL on the product's data source: inside a transaction as part of it, outside one each statement commits.
 * Values bind by their own type; an {@link Instant} binds as {@code DATETIME(6)} in UTC, a {@link PartyId} as its row
 * id, an enum by its name.
 */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource dataSource;

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Makes a value of the row; must not keep the row. */
        T read(Row row);
    }

    /** All rows of a query, in order. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                read.add(reader.read(row));
            }
            return read;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row of a query, if any. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** Runs a statement that changes rows; tells how many. */
    public int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Inserts a row and tells its generated id; ends the statement with {@code RETURNING id}. */
    public long insert(String sql, @Nullable Object... values) {
        return first(sql + " RETURNING id", row -> row.number("id"), values).orElseThrow();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        return statement;
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return DatabaseTime.column(instant);
        }
        if (value instanceof PartyId party) {
            return party.value();
        }
        if (value instanceof Enum<?> name) {
            return name.name();
        }
        return value;
    }
}
