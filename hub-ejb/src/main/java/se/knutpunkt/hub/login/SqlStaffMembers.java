package se.knutpunkt.hub.login;

import static se.knutpunkt.hub.time.DatabaseTime.column;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.knutpunkt.hub.vault.Vault;

/** Staff members in the table {@code staff_member}. */
@Stateless
public class SqlStaffMembers implements StaffMembers {
    private static final String ACCOUNT = "staff_member.account_sealed";
    private static final String NAME = "staff_member.name_sealed";

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    private DataSource source;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @Override
    public StaffId register(String provider, String account, String name) {
        byte[] hash = vault.hashOfToken(provider + "\n" + account, ACCOUNT);
        // one statement, so that two first logins at once still make one row
        String sql = "INSERT INTO staff_member (account_hash, account_sealed, name_sealed, seen_at) VALUES (?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE name_sealed = VALUES(name_sealed), seen_at = VALUES(seen_at)";
        try (Connection connection = source.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setBytes(1, hash);
            upsert.setBytes(2, vault.seal(provider + "\n" + account, ACCOUNT));
            upsert.setBytes(3, vault.seal(name, NAME));
            upsert.setObject(4, column(clock.instant()));
            upsert.executeUpdate();
            return idOf(connection, hash);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public Map<StaffId, String> names(Set<StaffId> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        String places = members.stream().map(member -> "?").collect(Collectors.joining(", "));
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, name_sealed FROM staff_member WHERE id IN (" + places + ")")) {
            int place = 1;
            for (StaffId member : members) {
                select.setLong(place++, member.value());
            }
            return names(select);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public Map<StaffId, String> namesSince(Instant after) {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT id, name_sealed FROM staff_member WHERE seen_at > ?")) {
            select.setObject(1, column(after));
            return names(select);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    private Map<StaffId, String> names(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            Map<StaffId, String> names = new HashMap<>();
            while (row.next()) {
                names.put(new StaffId(row.getLong("id")), vault.open(row.getBytes("name_sealed"), NAME));
            }
            return names;
        }
    }

    private static StaffId idOf(Connection connection, byte[] hash) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM staff_member WHERE account_hash = ?")) {
            select.setBytes(1, hash);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new StaffId(row.getLong(1));
            }
        }
    }
}
