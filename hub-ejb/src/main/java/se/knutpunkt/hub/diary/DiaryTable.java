package se.knutpunkt.hub.diary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.time.DatabaseTime;

/** The SQL of {@code diary_item}. Joins the transaction of the calling bean. */
final class DiaryTable {

    private static final String ROW = "SELECT id, case_id, case_number, public_title, authority, received_at,"
            + " sender_kind, state, diary_number, export_requested, changed_at FROM diary_item";

    private final DataSource dataSource;

    DiaryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A row to insert: what is known of the document and its case, and the sealed columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: only carries the columns to the insert
    record NewRow(CaseFile caseFile, NewDiaryItem item, byte @Nullable [] sender, byte[] answers) {}

    /** The sealed columns of a row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: opened at once
    record Sealed(byte @Nullable [] sender, byte[] answers) {}

    DiaryItemId insert(NewRow row, Instant now) {
        String sql = "INSERT INTO diary_item (case_id, case_number, case_type, authority, public_title, received_at,"
                + " sender_kind, sender, answers, state, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, row.caseFile().id());
            insert.setString(2, row.caseFile().caseNumber());
            insert.setString(3, row.caseFile().caseType());
            insert.setString(4, row.caseFile().authority());
            insert.setString(5, row.caseFile().titles().open());
            insert.setObject(6, DatabaseTime.column(row.item().receivedAt()));
            insert.setString(7, row.item().senderKind().name());
            insert.setBytes(8, row.sender());
            insert.setBytes(9, row.answers());
            insert.setString(10, DiaryState.WAITING.name());
            insert.setObject(11, DatabaseTime.column(now));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return new DiaryItemId(keys.getLong(1));
            }
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    List<DiaryRow> list(DiaryQuery query, @Nullable DiaryCursor before) {
        StringBuilder sql = new StringBuilder(ROW).append(" WHERE state = ?");
        List<Object> values = new ArrayList<>();
        values.add(query.state().name());
        if (query.authority() != null) {
            sql.append(" AND authority = ?");
            values.add(query.authority());
        }
        if (query.text() != null) {
            sql.append(" AND (public_title LIKE ? OR case_number LIKE ? OR diary_number LIKE ?)");
            String text = escaped(query.text());
            values.addAll(List.of("%" + text + "%", text + "%", text + "%"));
        }
        if (before != null) {
            sql.append(" AND (received_at < ? OR (received_at = ? AND id < ?))");
            LocalDateTime at = DatabaseTime.column(before.receivedAt());
            values.addAll(List.of(at, at, before.id()));
        }
        // one more than wanted, to know whether there is a next page
        sql.append(" ORDER BY received_at DESC, id DESC LIMIT ?");
        values.add(query.size() + 1);
        return select(sql.toString(), values);
    }

    Map<DiaryState, Long> counts(@Nullable String authority) {
        String where = authority == null ? "" : " WHERE authority = ?";
        Map<DiaryState, Long> counts = new EnumMap<>(DiaryState.class);
        for (DiaryState state : DiaryState.values()) {
            counts.put(state, 0L);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT state, COUNT(*) FROM diary_item" + where + " GROUP BY state")) {
            if (authority != null) {
                count.setString(1, authority);
            }
            try (ResultSet found = count.executeQuery()) {
                while (found.next()) {
                    counts.put(DiaryState.valueOf(found.getString(1)), found.getLong(2));
                }
            }
            return counts;
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    Optional<DiaryRow> find(DiaryItemId id) {
        return select(ROW + " WHERE id = ?", List.of(id.value())).stream().findFirst();
    }

    /** The row, locked until the transaction ends, so that two registrars cannot both decide. */
    DiaryRow lock(DiaryItemId id) {
        return select(ROW + " WHERE id = ? FOR UPDATE", List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(UnknownDiaryItem::new);
    }

    Sealed sealed(DiaryItemId id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT sender, answers FROM diary_item WHERE id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new UnknownDiaryItem();
                }
                return new Sealed(found.getBytes(1), found.getBytes(2));
            }
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    void requestExport(DiaryItemId id, Instant now) {
        update("UPDATE diary_item SET export_requested = ? WHERE id = ?", DatabaseTime.column(now), id.value());
    }

    /** A document registered while its package was being written stays registered. */
    void exported(DiaryItemId id, String packageName, Instant now) {
        LocalDateTime at = DatabaseTime.column(now);
        update(
                "UPDATE diary_item SET export_requested = NULL, exported_at = ?, package_name = ?,"
                        + " changed_at = IF(state = 'WAITING', ?, changed_at),"
                        + " state = IF(state = 'WAITING', 'EXPORTED', state) WHERE id = ?",
                at,
                packageName,
                at,
                id.value());
    }

    void decide(DiaryItemId id, DiaryState state, @Nullable DiaryNumber number, Instant now) {
        update(
                "UPDATE diary_item SET state = ?, diary_number = ?, changed_at = ? WHERE id = ?",
                state.name(),
                number == null ? null : number.value(),
                DatabaseTime.column(now),
                id.value());
    }

    /** Back to where it was before the decision: exported if it ever was, else waiting. */
    void undecide(DiaryItemId id, Instant now) {
        update(
                "UPDATE diary_item SET state = IF(exported_at IS NULL, 'WAITING', 'EXPORTED'), diary_number = NULL,"
                        + " changed_at = ? WHERE id = ?",
                DatabaseTime.column(now),
                id.value());
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    private List<DiaryRow> select(String sql, List<Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<DiaryRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    private static DiaryRow row(ResultSet found) throws SQLException {
        LocalDateTime requested = found.getObject("export_requested", LocalDateTime.class);
        return new DiaryRow(
                new DiaryItemId(found.getLong("id")),
                found.getLong("case_id"),
                found.getString("case_number"),
                found.getString("public_title"),
                found.getString("authority"),
                DatabaseTime.instant(found.getObject("received_at", LocalDateTime.class)),
                SenderKind.valueOf(found.getString("sender_kind")),
                DiaryState.valueOf(found.getString("state")),
                found.getString("diary_number"),
                requested == null ? null : DatabaseTime.instant(requested),
                DatabaseTime.instant(found.getObject("changed_at", LocalDateTime.class)));
    }

    /** The text with the wildcards of LIKE taken literally. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
