package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the citizen has seen confirmed is there after the power was cut, once and not twice. */
class DurabilityST extends BrowserTest {
    @Test
    void keepsASubmissionExactlyOnceWhenKilledJustAfterTheReceipt() throws SQLException {
        LitterReport report = new LitterReport(page);
        report.begin();
        report.finish();
        String caseNumber = report.caseNumber();
        byte[] receipt = report.receipt();

        launcher.kill(true);
        launcher.start();

        page.reload();
        assertThat(report.caseNumber()).isEqualTo(caseNumber);
        assertThat(report.receipt()).isEqualTo(receipt);
        assertThat(count("SELECT COUNT(*) FROM submission WHERE case_number = ?", caseNumber))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT COUNT(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_number = ?",
                        caseNumber))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT COUNT(*) FROM diary_item_file f JOIN diary_item i ON i.id = f.item_id"
                                + " JOIN stored_file s ON s.public_id = f.file_id"
                                + " WHERE i.case_number = ? AND s.state = 'ADOPTED'",
                        caseNumber))
                .as("the receipt and the picture")
                .isEqualTo(2);
    }

    @Test
    void resumesADraftWhenKilledBeforeItWasSent() {
        LitterReport report = new LitterReport(page);
        report.begin();

        launcher.kill(true);
        launcher.start();

        page.reload();
        report.finish();
        assertThat(page.locator(".case-number")).isVisible();
    }

    private long count(String sql, String caseNumber) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, caseNumber);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
