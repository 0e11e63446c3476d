package se.knutpunkt.hub.diary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last row of a page: the next one starts after it, whatever has come in since. */
record DiaryCursor(Instant receivedAt, long id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    static DiaryCursor after(DiaryRow row) {
        return new DiaryCursor(row.receivedAt(), row.id().value());
    }

    static DiaryCursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidDiaryCursor();
        }
        Instant receivedAt = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return new DiaryCursor(receivedAt, Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt) + "-" + id;
    }
}
