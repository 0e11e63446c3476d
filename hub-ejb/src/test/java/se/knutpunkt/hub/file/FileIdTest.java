package se.knutpunkt.hub.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileIdTest {

    @Test
    void comesBackFromItsText() {
        FileId id = FileId.random();
        assertThat(FileId.of(id.value())).contains(id);
    }

    @Property
    void isNothingElse(@ForAll String text) {
        assertThat(FileId.of(text)).isEmpty();
    }
}
