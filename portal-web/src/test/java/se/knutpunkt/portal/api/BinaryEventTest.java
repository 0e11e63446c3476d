package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryEventTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final ObjectNode event = Samples.full();

    @Test
    void isTheSameEventAsInStructuredMode() {
        Map<String, List<String>> attributes = new TreeMap<>();
        event.properties().forEach(member -> {
            if (!member.getKey().equals("data")) {
                attributes.put(member.getKey(), List.of(member.getValue().asText()));
            }
        });
        ObjectNode read = BinaryEvent.structured(attributes, event.get("data"));
        assertThat(EventReader.read(read, TODAY)).usingRecursiveComparison().isEqualTo(EventReader.read(event, TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "abc|abc",
                "Euro%20%E2%82%AC%20%F0%9F%98%80|Euro € 😀",
                "100%25|100%",
                "%2525|%25",
                "\"a%20b\"|a b",
                "\"a\\\"b\\\\c\"|a\"b\\c",
                "a+b|a+b"
            })
    void decodesQuotesThenPercentOnce(String header, String value) {
        assertThat(BinaryEvent.decoded(header)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%4", "%zz", "a%C3", "%C3%28", "%ED%A0%80", "å", "a\tb", "\"open", "\"a\"b", "\"a\\\""})
    void refusesWhatCannotBeDecoded(String header) {
        assertThat(BinaryEvent.decoded(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "datacontenttype", "data_base64"})
    void refusesAttributesThatAreTheBody(String name) {
        assertThat(faultsOf(Map.of(name, List.of("x")))).containsExactly("/" + name);
    }

    @Test
    void refusesAHeaderThatStandsTwice() {
        assertThat(faultsOf(Map.of("id", List.of("1", "2")))).containsExactly("/id");
    }

    private List<String> faultsOf(Map<String, List<String>> attributes) {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> BinaryEvent.structured(attributes, event.get("data")));
        return thrown.problem().errors().stream().map(Fault::pointer).toList();
    }
}
