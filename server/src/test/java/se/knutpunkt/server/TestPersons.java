package se.knutpunkt.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.knutpunkt.hub.party.OfficialTestNumbers;

/** The official test numbers of the Swedish Tax Agency, never given to anyone, by the day of birth. */
public final class TestPersons {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Map<LocalDate, List<String>> BY_BIRTH = read();

    private TestPersons() {}

    /** The personal numbers, of twelve digits, of those born on a day; empty where there are none, as after 2023. */
    public static List<String> bornOn(LocalDate day) {
        return BY_BIRTH.getOrDefault(day, List.of());
    }

    private static Map<LocalDate, List<String>> read() {
        Map<LocalDate, List<String>> numbers = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OfficialTestNumbers.class.getResourceAsStream("test-numbers.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.matches("[0-9]{6}(0[1-9]|[12][0-9]|3[01]) .*"))
                    .forEach(line -> {
                        String[] words = line.split(" ");
                        List<String> ofDay =
                                numbers.computeIfAbsent(LocalDate.parse(words[0], BASIC), day -> new ArrayList<>());
                        for (int i = 1; i < words.length; i++) {
                            ofDay.add(words[0] + words[i] + checkDigit(words[0].substring(2) + words[i]));
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return numbers;
    }

    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int doubled = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
