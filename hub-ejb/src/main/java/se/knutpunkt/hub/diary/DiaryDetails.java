package se.knutpunkt.hub.diary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.time.DatabaseTime;
import se.knutpunkt.hub.vault.Vault;

/** The SQL of {@code diary_item_file} and {@code diary_step}. Joins the transaction of the calling bean. */
final class DiaryDetails {

    private static final String REASON = "diary_step.reason";

    private final DataSource dataSource;
    private final Vault vault;

    DiaryDetails(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    void insertFiles(DiaryItemId id, List<DiaryFile> files) {
        String sql = "INSERT INTO diary_item_file (item_id, position, kind, file_id) VALUES (?,?,?,?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < files.size(); i++) {
                insert.setLong(1, id.value());
                insert.setInt(2, i + 1);
                insert.setString(3, files.get(i).kind().name());
                insert.setString(4, files.get(i).file().value());
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    List<DiaryFile> files(DiaryItemId id) {
        String sql = "SELECT kind, file_id FROM diary_item_file WHERE item_id = ? ORDER BY position";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id.value());
            List<DiaryFile> files = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    files.add(
                            new DiaryFile(DiaryFile.Kind.valueOf(found.getString(1)), new FileId(found.getString(2))));
                }
            }
            return files;
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    /** Adds a step and returns its id, which names the case event that tells of it. */
    long insertStep(DiaryItemId id, DiaryStep step) {
        String sql = "INSERT INTO diary_step (item_id, kind, at, staff_id, diary_number, reason) VALUES (?,?,?,?,?,?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, id.value());
            insert.setString(2, step.kind().name());
            insert.setObject(3, DatabaseTime.column(step.at()));
            insert.setObject(4, step.by() == null ? null : step.by().value());
            insert.setString(5, step.diaryNumber());
            insert.setBytes(6, step.reason() == null ? null : vault.seal(step.reason(), REASON));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    List<DiaryStep> steps(DiaryItemId id) {
        String sql = "SELECT kind, at, staff_id, diary_number, reason FROM diary_step WHERE item_id = ? ORDER BY id";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id.value());
            List<DiaryStep> steps = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    steps.add(step(found));
                }
            }
            return steps;
        } catch (SQLException failed) {
            throw new DiaryUnreadable(failed);
        }
    }

    private DiaryStep step(ResultSet found) throws SQLException {
        long staff = found.getLong(3);
        @Nullable StaffId by = found.wasNull() ? null : new StaffId(staff);
        byte @Nullable [] reason = found.getBytes(5);
        return new DiaryStep(
                DiaryStep.Kind.valueOf(found.getString(1)),
                DatabaseTime.instant(found.getObject(2, LocalDateTime.class)),
                by,
                found.getString(4),
                reason == null ? null : vault.open(reason, REASON));
    }
}
