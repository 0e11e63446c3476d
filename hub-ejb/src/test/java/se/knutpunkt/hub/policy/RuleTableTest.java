package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The handbook's table of the shipped rules says of each line what the line says, and has all of them in their order. */
class RuleTableTest {
    private static final Path HANDBOOK = Path.of("..", "docs", "insyn.md");
    private static final String HEAD = "| kort namn |";

    private static final Map<String, String> PLACES = Map.of(
            "", "hela kommunen",
            "SOCIAL_SERVICES", "socialtjänst",
            "PUPIL_HEALTH", "elevhälsa",
            "SCHOOL", "förskola och skola");

    private static final Map<Capacity, String> WHO = Map.of(
            Capacity.SELF, "den som det gäller",
            Capacity.GUARDIAN, "vårdnadshavare",
            Capacity.PROXY, "ombud",
            Capacity.TRUSTEE, "god man, förvaltare",
            Capacity.CONTACT_CENTRE, "kontaktcenter",
            Capacity.HANDLER, "handläggare hos den ansvariga",
            Capacity.REGISTRAR, "registrator",
            Capacity.SYSTEM, "system");

    private static final Map<Degree, String> SHOWN = Map.of(
            Degree.FULL, "allt",
            Degree.SUMMARY, "neutral sammanfattning",
            Degree.EXISTS, "att något finns",
            Degree.HIDDEN, "ingenting");

    @Test
    void theHandbookHasTheShippedLines() throws IOException {
        List<String> written = Files.readAllLines(HANDBOOK).stream()
                .dropWhile(line -> !line.startsWith(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(RuleTableTest::cells)
                .toList();
        assertThat(FirstPolicy.shipped()).extracting(RuleTableTest::described).containsExactlyElementsOf(written);
    }

    private static String cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|"))
                .map(String::strip)
                .toList()
                .toString();
    }

    private static String described(PolicyLine line) {
        return List.of(
                        line.key(),
                        PLACES.getOrDefault(line.place().code(), ""),
                        WHO.getOrDefault(line.capacity(), ""),
                        ages(line.ages().from(), line.ages().below()),
                        line.marking() == null
                                ? "alla"
                                : line.marking().equals(PolicyLine.ANY_MARKING) ? "sekretessmärkta" : line.marking(),
                        SHOWN.getOrDefault(line.degree(), ""),
                        line.ground().toString())
                .toString();
    }

    private static String ages(@Nullable Integer from, @Nullable Integer below) {
        if (from == null) {
            return below == null ? "alla" : "under " + below;
        }
        return below == null ? "från " + from : from + "–" + (below - 1);
    }
}
