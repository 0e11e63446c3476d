package se.knutpunkt.hub.diary;

import java.util.regex.Pattern;

/**
 * A number given by the diary, in the form of that diary, for instance {@code KS 2026/00412}: 3 to 40 letters, digits,
 * single spaces and {@code / - . : _}, with at least one digit.
 */
public record DiaryNumber(String value) {

    /** Longest number taken, in characters. */
    public static final int LONGEST = 40;

    private static final int SHORTEST = 3;
    private static final Pattern FORM = Pattern.compile("[\\p{L}0-9](?:[\\p{L}0-9/.:_-]| (?! ))*[\\p{L}0-9]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    // a personal identity number typed in the wrong field must not reach the citizen's events
    private static final Pattern PERSONAL = Pattern.compile("(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}");

    /** @throws InvalidDiaryNumber when the text has another form */
    public DiaryNumber {
        value = value.strip();
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            throw new InvalidDiaryNumber();
        }
        if (!FORM.matcher(value).matches() || !DIGIT.matcher(value).find()) {
            throw new InvalidDiaryNumber();
        }
        if (PERSONAL.matcher(value).matches()) {
            throw new InvalidDiaryNumber();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
