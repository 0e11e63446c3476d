package se.knutpunkt.eforms.handover;

import java.util.Optional;
import java.util.regex.Pattern;

/** A case number as another system tells it. */
public final class ToldNumber {

    /** As events have it: a case number is kept in clear, so it may hold no personal identity number. */
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}(?![0-9])");

    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private ToldNumber() {}

    /** The number; empty for what cannot be one: nothing, more than 100 characters, a personal identity number. */
    public static Optional<String> of(String told) {
        String number = told.strip();
        boolean right =
                LINE.matcher(number).matches() && !PERSONAL.matcher(number).find();
        return right ? Optional.of(number) : Optional.empty();
    }
}
