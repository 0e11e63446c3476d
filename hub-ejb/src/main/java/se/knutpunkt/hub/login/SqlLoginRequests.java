package se.knutpunkt.hub.login;

import static se.knutpunkt.hub.time.DatabaseTime.column;
import static se.knutpunkt.hub.time.DatabaseTime.instant;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Requests and used assertions in {@code login_request} and {@code login_assertion}. */
@Stateless
public class SqlLoginRequests implements LoginRequests {

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    private DataSource source;

    @Inject
    private Clock clock;

    @Override
    public void remember(LoginRequest request, String browser) {
        String sql =
                "INSERT INTO login_request (id, browser_hash, provider, return_path, levels, forced, sent_at, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = source.getConnection()) {
            removeLapsed(connection, "login_request");
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, request.id());
                insert.setBytes(2, Tokens.hash(browser));
                insert.setString(3, request.provider());
                insert.setString(4, request.returnPath());
                insert.setString(5, String.join(" ", request.levels()));
                insert.setBoolean(6, request.forced());
                insert.setObject(7, column(request.sent()));
                insert.setObject(8, column(request.ends()));
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public Optional<LoginRequest> find(String id, String browser) {
        String sql = "SELECT provider, return_path, levels, forced, sent_at, ends_at FROM login_request"
                + " WHERE id = ? AND browser_hash = ? AND ends_at > ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            select.setBytes(2, Tokens.hash(browser));
            select.setObject(3, column(clock.instant()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(id, row)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public boolean answer(String id) {
        String sql = "UPDATE login_request SET answered = TRUE WHERE id = ? AND NOT answered";
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            return update.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public boolean useOnce(String issuer, String assertion, Instant until) {
        // IGNORE turns the duplicate into "no row" without an error; the hash fits the column, so it hides nothing else
        String sql = "INSERT IGNORE INTO login_assertion (assertion_hash, ends_at) VALUES (?, ?)";
        try (Connection connection = source.getConnection()) {
            removeLapsed(connection, "login_assertion");
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setBytes(1, Tokens.hash(issuer, assertion));
                insert.setObject(2, column(until));
                return insert.executeUpdate() == 1;
            }
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    private static LoginRequest read(String id, ResultSet row) throws SQLException {
        return new LoginRequest(
                id,
                row.getString("provider"),
                row.getString("return_path"),
                Set.of(row.getString("levels").split(" ")),
                row.getBoolean("forced"),
                instant(row.getObject("sent_at", LocalDateTime.class)),
                instant(row.getObject("ends_at", LocalDateTime.class)));
    }

    private void removeLapsed(Connection connection, String table) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE ends_at <= ? LIMIT 100")) {
            delete.setObject(1, column(clock.instant()));
            delete.executeUpdate();
        }
    }
}
