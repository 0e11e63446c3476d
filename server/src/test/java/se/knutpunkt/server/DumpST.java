package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stolen database, or a stolen log, names nobody and tells nobody's matters. */
class DumpST extends BrowserTest {
    private static final String PNG_BEGINS = "\u0089PNG\r\n\u001a\n";
    private static final String PDF_BEGINS = "%PDF-";

    @Test
    void holdsNoNumberNameAnswerEventTextOrFileInTheClear() throws Exception {
        LitterReport report = new LitterReport(page);
        report.begin();
        report.finish();
        String caseNumber = report.caseNumber();
        List<String> secrets = secrets();

        Map<String, String> dump = dump();

        assertThat(dump.values())
                .as("what is open is found, so the search works")
                .anyMatch(c -> c.contains(caseNumber));
        for (String secret : secrets) {
            assertThat(placesOf(secret, dump)).as("places of: " + secret).isEmpty();
        }
    }

    @Test
    void holdsNothingInTheClearInTheFileThatTheDumpProgramWrites() throws Exception {
        new LitterReport(page).begin();
        Path program;
        try (Stream<Path> files = Files.walk(launcher.data().resolve("program"))) {
            program = files.filter(file -> file.endsWith("bin/mariadb-dump"))
                    .findFirst()
                    .orElseThrow();
        }
        String port =
                Files.readString(launcher.data().resolve("run/database-url")).replaceAll(".*:(\\d+)/.*", "$1");
        Path file = launcher.data().resolve("dump.sql");
        ProcessBuilder dumping = new ProcessBuilder(
                        program.toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--protocol=tcp",
                        "--host=127.0.0.1",
                        "--port=" + port.strip(),
                        "--user=knutpunkt",
                        "--no-tablespaces",
                        "--skip-lock-tables",
                        "--default-character-set=binary",
                        "knutpunkt")
                .redirectOutput(file.toFile());
        dumping.environment()
                .put(
                        "MYSQL_PWD",
                        Files.readString(launcher.data().resolve("secret/database-password"))
                                .strip());

        assertThat(dumping.start().waitFor()).isZero();

        Map<String, String> dump = Map.of("dump.sql", Files.readString(file, StandardCharsets.ISO_8859_1));
        assertThat(dump.get("dump.sql"))
                .as("what is open is found")
                .contains("INSERT INTO `case_event`", "OMS-2026-0147");
        for (String secret : secrets()) {
            assertThat(placesOf(secret, dump)).as("places of: " + secret).isEmpty();
        }
    }

    @Test
    void logsNoNumberNameOrAnswer() throws Exception {
        new LitterReport(page).begin();

        Map<String, String> logs = logs();

        assertThat(logs).isNotEmpty();
        for (String secret : secrets()) {
            assertThat(placesOf(secret, logs)).as("places of: " + secret).isEmpty();
        }
    }

    /** Everything personal that the demo and the report brought in, as the bytes of its UTF-8. */
    private static List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(
                LitterReport.PLACE,
                LitterReport.LITTER,
                LitterReport.PICTURE,
                LitterReport.REPORTER,
                LitterReport.MAIL,
                PNG_BEGINS,
                PDF_BEGINS));
        for (JsonNode event : demo("figure-events.json")) {
            JsonNode data = event.path("data");
            secrets.add(data.path("rubrik").asText());
            secrets.add(data.path("beskrivning").asText());
            secrets.add(data.path("neutralSammanfattning").asText());
            addForms(
                    secrets,
                    data.path("part").path("kund").path("identifierare").asText());
        }
        for (JsonNode mandate : demo("proxies.json")) {
            secrets.add(mandate.path("grantorName").asText());
            addForms(secrets, mandate.path("holder").asText());
        }
        return secrets.stream()
                .filter(secret -> !secret.isBlank())
                .distinct()
                .map(DumpST::asBytes)
                .toList();
    }

    /** An identity number with twelve digits, with ten, and as people write it. */
    private static void addForms(List<String> secrets, String number) {
        secrets.add(number.substring(2));
        secrets.add(number.substring(2, 8) + "-" + number.substring(8));
    }

    private static JsonNode demo(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("target", "classes", "demo", file).toFile());
    }

    private Map<String, String> dump() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Connection database = launcher.database()) {
            DatabaseMetaData schema = database.getMetaData();
            try (ResultSet all = schema.getColumns(database.getCatalog(), null, "%", "%")) {
                while (all.next()) {
                    String table = all.getString("TABLE_NAME");
                    String column = all.getString("COLUMN_NAME");
                    columns.put(table + "." + column, content(database, table, column));
                }
            }
        }
        return columns;
    }

    private static String content(Connection database, String table, String column) throws SQLException {
        StringBuilder content = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT CAST(`" + column + "` AS BINARY) FROM `" + table + "`")) {
            while (rows.next()) {
                byte[] value = rows.getBytes(1);
                if (value != null) {
                    content.append(new String(value, StandardCharsets.ISO_8859_1))
                            .append('\n');
                }
            }
        }
        return content.toString();
    }

    private Map<String, String> logs() throws IOException {
        Map<String, String> logs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(launcher.data().resolve("log"))) {
            for (Path file : files.toList()) {
                logs.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return logs;
    }

    private static List<String> placesOf(String secret, Map<String, String> contents) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue().contains(secret))
                .map(Map.Entry::getKey)
                .toList();
    }

    // One char a byte, so that a blob is searched as it is; the PNG's first byte is one already.
    private static String asBytes(String text) {
        return text.equals(PNG_BEGINS)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
