package se.knutpunkt.eforms.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFormsTest {

    private final DefinitionReader reader = new DefinitionReader(List.of("NED", "MED")::contains);

    @ParameterizedTest
    @ValueSource(strings = {"anmal-nedskrapning", "lamna-medborgarforslag"})
    void demoFormsAreTakenAndWholeInBothLanguages(String slug) throws IOException {
        byte[] json = Files.readAllBytes(Path.of("..", "server/src/main/resources/demo/forms", slug + ".json"));

        var read = reader.read(json);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition()).isNotNull();
        assertThat(read.definition().slug()).isEqualTo(slug);
        assertThat(read.definition().fields())
                .allSatisfy(field ->
                        assertThat(field.label().byLanguage().get("en")).isNotBlank());
        assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("!\"");
    }
}
