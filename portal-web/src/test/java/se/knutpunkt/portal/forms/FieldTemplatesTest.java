package se.knutpunkt.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.field.FieldTypes;

class FieldTemplatesTest {
    private static final Path FOLDER = Path.of("src/main/webapp/WEB-INF/fields");

    @Test
    void everyFieldTypeHasItsFileAndEveryFileItsType() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".xhtml", ""))
                            .collect(Collectors.toSet()))
                    .isEqualTo(FieldTypes.standard().codes());
        }
    }
}
