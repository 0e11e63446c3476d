package se.knutpunkt.hub.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The official test numbers of the Swedish Tax Agency: well-formed identity numbers that are never assigned to anyone. No
 * rule tells them from others, so the agency's own list is kept here. It ends with those born in 2023: the younger have no
 * e-ID.
 */
public final class OfficialTestNumbers {
    private static final String LIST = "test-numbers.txt";
    private static final int WITHOUT_CHECK_DIGIT = 11;

    private OfficialTestNumbers() {}

    /** Whether it is one of them. */
    public static boolean contains(IdentityNumber number) {
        return switch (number.kind()) {
            case PERSONNUMMER, SAMORDNINGSNUMMER ->
                Arrays.binarySearch(
                                Holder.NUMBERS, Long.parseLong(number.value().substring(0, WITHOUT_CHECK_DIGIT)))
                        >= 0;
            case ORGANISATIONSNUMMER, PRID -> false;
        };
    }

    /** Read at first use: half a megabyte that a portal without logins never needs. */
    private static final class Holder {
        private static final long[] NUMBERS = read();

        private static long[] read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    OfficialTestNumbers.class.getResourceAsStream(LIST), StandardCharsets.US_ASCII))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMapToLong(Holder::ofOneDay)
                        .sorted()
                        .toArray();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static LongStream ofOneDay(String line) {
            String[] words = line.split(" ");
            return Arrays.stream(words).skip(1).mapToLong(serial -> Long.parseLong(words[0] + serial));
        }
    }
}
