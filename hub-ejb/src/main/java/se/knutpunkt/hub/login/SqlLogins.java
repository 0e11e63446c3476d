package se.knutpunkt.hub.login;

import static se.knutpunkt.hub.time.DatabaseTime.column;
import static se.knutpunkt.hub.time.DatabaseTime.instant;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** Logins in the table {@code login}; plain SQL, since every page of a logged-in person asks. */
@Stateless
public class SqlLogins implements Logins {
    static final String NAME = "login.name_sealed";

    /** A row is touched at most so often, so that reading pages costs no write each. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    /** For how long after its end a login still tells whose form comes too late. */
    private static final Duration LAPSED = Duration.ofDays(1);

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    private DataSource source;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @Override
    public String start(NewLogin login) {
        String token = Tokens.fresh();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = source.getConnection()) {
            removeEnded(connection, now);
            insert(connection, login, Tokens.hash(token), now);
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
        return token;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Login> find(String token) {
        return read(token, (connection, row) -> row.living() ? Optional.of(active(connection, row)) : Optional.empty());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Login> look(String token) {
        return read(
                token,
                (connection, row) -> Optional.of(row).filter(Found::living).map(this::login));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Login> lapsed(String token) {
        return read(
                token,
                (connection, row) -> Optional.of(row)
                        .filter(found -> !found.living()
                                && found.now().isBefore(found.expires().plus(LAPSED)))
                        .map(this::login));
    }

    @Override
    public void end(String token) {
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM login WHERE token_hash = ?")) {
            delete.setBytes(1, Tokens.hash(token));
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public void actFor(String token, @Nullable PartyId whom) {
        String sql = "UPDATE login SET acting_for = ? WHERE token_hash = ? AND party_id IS NOT NULL";
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            if (whom == null) {
                update.setNull(1, Types.BIGINT);
            } else {
                update.setLong(1, whom.value());
            }
            update.setBytes(2, Tokens.hash(token));
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    @Override
    public int endStaff(StaffRole role) {
        String sql = "DELETE FROM login WHERE staff_id IS NOT NULL AND FIND_IN_SET(?, REPLACE(roles, ' ', ',')) > 0";
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, role.name());
            return delete.executeUpdate();
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    private Optional<Login> read(String token, Reading reading) {
        String query =
                "SELECT id, party_id, staff_id, roles, name_sealed, level, started_at, last_seen_at, acting_for FROM login"
                        + " WHERE token_hash = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setBytes(1, Tokens.hash(token));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? reading.of(connection, found(row)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new EJBException(failed);
        }
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                who(row),
                row.getBytes("name_sealed"),
                AssuranceLevel.valueOf(row.getString("level")),
                instant(row.getObject("started_at", LocalDateTime.class)),
                instant(row.getObject("last_seen_at", LocalDateTime.class)),
                actingFor(row),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The login, whose idle limit begins anew. */
    private Login active(Connection connection, Found found) throws SQLException {
        if (found.now().isBefore(found.seen().plus(TOUCH))) {
            return login(found);
        }
        touch(connection, found.id(), found.now());
        return login(found.seenNow());
    }

    private Login login(Found found) {
        return new Login(
                found.id(),
                found.who(),
                vault.open(found.name(), NAME),
                found.level(),
                found.started(),
                found.expires(),
                found.actingFor());
    }

    private static @Nullable PartyId actingFor(ResultSet row) throws SQLException {
        long party = row.getLong("acting_for");
        return row.wasNull() ? null : new PartyId(party);
    }

    private static Who who(ResultSet row) throws SQLException {
        long party = row.getLong("party_id");
        if (!row.wasNull()) {
            return new Who.Citizen(new PartyId(party));
        }
        Set<StaffRole> roles = Arrays.stream(row.getString("roles").split(" "))
                .map(StaffRole::valueOf)
                .collect(Collectors.toSet());
        return new Who.Staff(new StaffId(row.getLong("staff_id")), roles);
    }

    private static void touch(Connection connection, long id, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE login SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?")) {
            update.setObject(1, column(now));
            update.setLong(2, id);
            update.setObject(3, column(now));
            update.executeUpdate();
        }
    }

    private static void removeEnded(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM login WHERE ends_at <= ? LIMIT 100")) {
            delete.setObject(1, column(now.minus(LAPSED)));
            delete.executeUpdate();
        }
    }

    private void insert(Connection connection, NewLogin login, byte[] hash, Instant now) throws SQLException {
        String sql = "INSERT INTO login (token_hash, party_id, staff_id, roles, name_sealed, started_at, last_seen_at,"
                + " ends_at, level) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, hash);
            setWho(insert, login.who());
            insert.setBytes(5, vault.seal(login.name(), NAME));
            insert.setObject(6, column(now));
            insert.setObject(7, column(now));
            insert.setObject(8, column(now.plus(LoginLimits.of(login.who()).absolute())));
            insert.setString(9, login.level().name());
            insert.executeUpdate();
        }
    }

    private static void setWho(PreparedStatement insert, Who who) throws SQLException {
        if (who instanceof Who.Citizen citizen) {
            insert.setLong(2, citizen.party().value());
            insert.setNull(3, Types.BIGINT);
            insert.setString(4, "");
        } else if (who instanceof Who.Staff staff) {
            insert.setNull(2, Types.BIGINT);
            insert.setLong(3, staff.staff().value());
            insert.setString(4, staff.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        }
    }

    private interface Reading {
        Optional<Login> of(Connection connection, Found row) throws SQLException;
    }

    /** A row, and the time at which it was read. */
    private record Found(
            long id,
            Who who,
            byte[] name,
            AssuranceLevel level,
            Instant started,
            Instant seen,
            @Nullable PartyId actingFor,
            Instant now) {
        Instant expires() {
            return LoginLimits.of(who).expires(started, seen);
        }

        boolean living() {
            return now.isBefore(expires());
        }

        Found seenNow() {
            return new Found(id, who, name, level, started, now, actingFor, now);
        }
    }
}
