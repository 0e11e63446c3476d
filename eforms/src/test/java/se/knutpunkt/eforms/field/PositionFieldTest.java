package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

class PositionFieldTest {

    private static final double MILLIMETRE = 0.001;

    private final Field position = Fields.of("position", "");

    /** Lantmäteriet's points of control for SWEREF 99 TM. */
    @ParameterizedTest
    @CsvSource({
        "55,12.75,6097106.672,356083.438",
        "55,14.25,6095048.642,452024.069",
        "57,12.75,6319636.937,363331.554",
        "57,19.5,6326392.707,773251.054",
        "61,18.75,6768593.345,702745.127",
        "63,12,6989134.048,348083.148",
        "65,21.75,7225449.115,817833.405",
        "67,24,7459745.672,891298.142",
        "69,21,7666089.698,739639.195"
    })
    void followsTheGridOfLantmateriet(double latitude, double longitude, double north, double east) {
        Sweref.Grid grid = Sweref.grid(new Sweref.Geographic(latitude, longitude));

        assertThat(grid.north()).isCloseTo(north, within(MILLIMETRE));
        assertThat(grid.east()).isCloseTo(east, within(MILLIMETRE));
    }

    @Property
    void goesToTheGridAndBack(
            @ForAll @DoubleRange(min = 55, max = 69.2) double latitude,
            @ForAll @DoubleRange(min = 10.4, max = 24.3) double longitude) {
        Sweref.Geographic back = Sweref.geographic(Sweref.grid(new Sweref.Geographic(latitude, longitude)));

        assertThat(back.latitude()).isCloseTo(latitude, within(1e-8));
        assertThat(back.longitude()).isCloseTo(longitude, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "59.3293, 18.0686",
                "59,3293 18,0686",
                "59,3293, 18,0686",
                "59.3293,18.0686",
                "N 59.3293 E 18.0686",
                "N59.3293° E18.0686°",
                "59.3293° N, 18.0686° E"
            })
    void readsDegreesAsTheyAreCopied(String typed) {
        assertThat(Fields.outcome(position, "Torget", typed))
                .startsWith("Torget", "59.329300", "18.068600")
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6580822 674032",
                "N 6580822 E 674032",
                "6580822, 674032",
                "6580822.4 674031,8",
                "N 6580822 m, E 674032 m"
            })
    void readsMetresOfTheGrid(String typed) {
        assertThat(Fields.outcome(position, "", typed)).endsWith("6580822", "674032");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vid torget",
                "59.3293",
                "59 18",
                "18.0686",
                "123456789",
                "59°19'45\" 18°4'7\"",
                "NaN, NaN",
                "1e9 1e9"
            })
    void refusesWhatIsNoCoordinates(String typed) {
        assertThat(Fields.outcome(position, "Torget", typed)).containsExactly("!position.form");
    }

    @Test
    void keepsBothSidesOfSweden() {
        assertThat(Fields.outcome(position, "", "55.0, 13.0")).hasSize(5);
        assertThat(Fields.outcome(position, "", "54.99, 13.0")).containsExactly("!position.outside");
        assertThat(Fields.outcome(position, "", "69.2, 20.5")).hasSize(5);
        assertThat(Fields.outcome(position, "", "69.21, 20.5")).containsExactly("!position.outside");
        assertThat(Fields.outcome(position, "", "59.0, 10.4")).hasSize(5);
        assertThat(Fields.outcome(position, "", "59.0, 10.39")).containsExactly("!position.outside");
        assertThat(Fields.outcome(position, "", "65.8, 24.3")).hasSize(5);
        assertThat(Fields.outcome(position, "", "65.8, 24.31")).containsExactly("!position.outside");
        assertThat(Fields.outcome(position, "", "18.0686, 59.3293")).containsExactly("!position.outside");
        assertThat(Fields.outcome(position, "", "9999999 999999")).containsExactly("!position.outside");
    }

    @Test
    void takesWordsAloneAndNothing() {
        assertThat(Fields.outcome(position, "Bakom kiosken", "")).containsExactly("Bakom kiosken", "", "", "", "");
        assertThat(Fields.read(position, " ", "")).isInstanceOf(Reading.Unanswered.class);
        assertThat(Fields.outcome(position, "a".repeat(200), "")).hasSize(5);
        assertThat(Fields.outcome(position, "a".repeat(201), "")).containsExactly("!text.long");
    }

    @Test
    void showsWordsAndBothSystems() {
        List<String> values = List.of("Torget", "59.329300", "18.068600", "6580822", "674032");

        assertThat(FieldTypes.standard().of(position).lines(position, values, Locale.ROOT))
                .containsExactly("Torget", "59.329300, 18.068600 (WGS 84)", "N 6580822, E 674032 (SWEREF 99 TM)");
        assertThat(FieldTypes.standard().of(position).celValue(position, values))
                .isEqualTo(Map.of("latitude", 59.3293, "longitude", 18.0686, "north", 6_580_822.0, "east", 674_032.0));
        assertThat(FieldTypes.standard().of(position).celValue(position, List.of("Torget", "", "", "", "")))
                .isEqualTo(Map.of());
    }
}
