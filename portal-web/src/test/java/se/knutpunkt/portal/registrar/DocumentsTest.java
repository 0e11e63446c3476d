package se.knutpunkt.portal.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.diary.DiaryItemId;
import se.knutpunkt.portal.page.Refusal;

class DocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "01", "1.5", "9999999999999999999", "x"})
    void refuseWhatIsNoId(String text) {
        assertThat(Documents.id(text)).isEmpty();
    }

    @Test
    void comeBackFromAnAddressInOrder() {
        List<DiaryItemId> ids = Documents.ids(List.of("12", "3", "12"));
        assertThat(ids).containsExactly(new DiaryItemId(3), new DiaryItemId(12));
        assertThat(Documents.split(Documents.joined(ids))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.x", "1..2", "."})
    void areNoneForAnAddressThatWasNotMadeHere(String joined) {
        assertThat(Documents.split(joined)).isEmpty();
    }

    @Test
    void areAPageAtMost() {
        List<String> page =
                IntStream.rangeClosed(1, 200).mapToObj(Integer::toString).toList();
        assertThat(Documents.ids(page)).hasSize(200);
        assertThatThrownBy(() -> Documents.ids(Collections.nCopies(201, "1"))).isInstanceOf(Refusal.class);
    }
}
