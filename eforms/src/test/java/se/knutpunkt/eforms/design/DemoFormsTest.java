package se.knutpunkt.eforms.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoFormsTest {

    private final DefinitionReader reader = new DefinitionReader(caseType -> caseType.matches("[A-Z]{3}"));

    private static final Path FOLDER = Path.of("..", "server/src/main/resources/demo/forms");

    private static final Path EVERY_FIELD = Path.of("..", "server/src/test/resources/forms/prova-alla-falt.json");

    static List<Path> demoForms() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return Stream.concat(files.sorted(), Stream.of(EVERY_FIELD)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("demoForms")
    void demoFormsAreTakenAndWholeInBothLanguages(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);

        var read = reader.read(json);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition()).isNotNull();
        assertThat(read.definition().slug())
                .isEqualTo(file.getFileName().toString().replace(".json", ""));
        assertThat(read.definition().fields())
                .allSatisfy(field ->
                        assertThat(field.label().byLanguage().get("en")).isNotBlank());
        assertThat(DefinitionJson.read(DefinitionJson.write(read.definition()))).isEqualTo(read.definition());
        assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("!\"");
    }
}
