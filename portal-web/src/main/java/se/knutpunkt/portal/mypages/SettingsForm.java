package se.knutpunkt.portal.mypages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Visit;

/**
 * The contact settings as they were typed, right or wrong.
 *
 * @param email empty for none
 * @param phone empty for none
 * @param notices whether notices by e-mail are wanted
 * @param language of notices
 */
record SettingsForm(String email, String phone, boolean notices, Language language) {
    private static final int EMAIL_MOST = 254;
    private static final int PHONE_MOST = 40;

    /** Room for one character too many, so that what is too long is told and not cut in silence. */
    private static final int ROOM = 1;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)+");
    private static final Pattern PHONE_SIGNS = Pattern.compile("\\+?[0-9 ()/-]+");
    private static final Pattern PHONE_DIGITS = Pattern.compile("\\+?\\d{6,15}");
    private static final String SEPARATOR = "\n";

    /** What is wrong with a field: its control's id and the key of what is said. */
    record Fault(String field, String key) {}

    static SettingsForm of(ContactSettings stored) {
        return new SettingsForm(
                stored.email() == null ? "" : stored.email(),
                stored.phone() == null ? "" : stored.phone(),
                stored.notifyByEmail(),
                Language.of(stored.language()));
    }

    static SettingsForm of(Visit visit) {
        return new SettingsForm(
                Typed.line(visit.value("epost").orElse(""), EMAIL_MOST + ROOM),
                Typed.line(visit.value("telefon").orElse(""), PHONE_MOST + ROOM),
                visit.value("aviseringar").filter("ja"::equals).isPresent(),
                Language.of(visit.value("sprak").orElse(null)));
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (email.isEmpty()) {
            if (notices) {
                faults.add(new Fault("epost", "settings.email.needed"));
            }
        } else if (email.length() > EMAIL_MOST || !EMAIL.matcher(email).matches()) {
            faults.add(new Fault("epost", "settings.email.wrong"));
        }
        if (!phone.isEmpty() && (phone.length() > PHONE_MOST || !isPhone(phone))) {
            faults.add(new Fault("telefon", "settings.phone.wrong"));
        }
        return faults;
    }

    private static boolean isPhone(String phone) {
        return PHONE_SIGNS.matcher(phone).matches()
                && PHONE_DIGITS.matcher(phone.replaceAll("[ ()/-]", "")).matches();
    }

    ContactSettings settings() {
        return new ContactSettings(given(email), given(phone), notices, language.getTag());
    }

    private static @Nullable String given(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    /** One text that {@link #unpack} reads again. */
    String pack() {
        return String.join(SEPARATOR, email, phone, Boolean.toString(notices), language.getTag());
    }

    static Optional<SettingsForm> unpack(String packed) {
        String[] parts = packed.split(SEPARATOR, -1);
        return parts.length == 4
                ? Optional.of(
                        new SettingsForm(parts[0], parts[1], Boolean.parseBoolean(parts[2]), Language.of(parts[3])))
                : Optional.empty();
    }
}
