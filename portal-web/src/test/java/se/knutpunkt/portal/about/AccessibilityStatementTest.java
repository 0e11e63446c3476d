package se.knutpunkt.portal.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.portal.page.Language;

class AccessibilityStatementTest {
    @Test
    void theProductsOwnStatementIsComplete() throws IOException {
        AccessibilityPage page = AccessibilityPage.of(read(statement -> {}), "Älvstads kommun", Language.SWEDISH);

        assertThat(page.actor()).isEqualTo("Älvstads kommun");
        assertThat(page.conformance()).contains("delvis förenlig");
        assertThat(page.groups()).extracting(AccessibilityPage.Group::title).contains("Om du inte ser");
        assertThat(page.assessed()).isEqualTo("22 november 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service",
                "conformance",
                "barriers",
                "assessed",
                "updated",
                "method",
                "undueBurden",
                "outsideLaw"
            })
    void eachItemMustBeThere(String item) {
        assertThatExceptionOfType(StatementIncomplete.class)
                .isThrownBy(() -> read(statement -> statement.remove(item)))
                .withMessageContaining(item);
    }

    @Test
    void bothLanguagesMustBeThere() {
        assertThatExceptionOfType(StatementIncomplete.class)
                .isThrownBy(() -> read(statement -> ((ObjectNode) statement.get("method")).put("en", " ")))
                .withMessageContaining("method.en");
    }

    @Test
    void fullConformanceAndBarriersExcludeEachOther() throws IOException {
        assertThatExceptionOfType(StatementIncomplete.class)
                .isThrownBy(() -> read(statement -> statement.put("conformance", "FULL")));
        assertThatExceptionOfType(StatementIncomplete.class)
                .isThrownBy(() -> read(statement -> statement.putArray("barriers")));
        assertThat(read(statement -> statement.put("conformance", "FULL").putArray("barriers"))
                        .barriers())
                .isEmpty();
    }

    @Test
    void itIsNotUpdatedBeforeItIsAssessed() throws IOException {
        assertThat(read(statement -> statement.put("updated", "2026-11-22")).updated())
                .isEqualTo("2026-11-22");
        assertThatExceptionOfType(StatementIncomplete.class)
                .isThrownBy(() -> read(statement -> statement.put("updated", "2026-11-21")));
    }

    private static AccessibilityStatement read(Consumer<ObjectNode> change) throws IOException {
        try (InputStream in = AccessibilityStatement.class.getResourceAsStream("accessibility.json")) {
            ObjectNode statement = (ObjectNode) new JsonMapper().readTree(in);
            change.accept(statement);
            return StatementFile.read(
                    new ByteArrayInputStream(statement.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
