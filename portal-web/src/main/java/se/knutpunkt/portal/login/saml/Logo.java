package se.knutpunkt.portal.login.saml;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider's logo that stands in the metadata itself. One that stands at an address is never used: the visitor's
 * browser would tell that address who is about to log in where.
 *
 * @param type its media type, {@code image/png} or {@code image/jpeg}
 * @param base64 the picture
 */
public record Logo(String type, String base64) {
    /** Larger is no logo but a burden on every page with a list of them. */
    private static final int MAX_BYTES = 40_000;

    private static final int MAX_TEXT = MAX_BYTES * 3 / 2;

    /** No SVG: it is a document that may hold scripts. */
    private static final Pattern DATA = Pattern.compile("data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=\\s]+)");

    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    /** The logo in a {@code data:} address; empty for any other address and for what is not the picture it says. */
    static Optional<Logo> of(String address) {
        String stripped = address.strip();
        if (stripped.length() > MAX_TEXT) {
            return Optional.empty();
        }
        Matcher data = DATA.matcher(stripped);
        if (!data.matches()) {
            return Optional.empty();
        }
        Logo logo = new Logo(data.group(1), data.group(2));
        return logo.isWhatItSays() ? Optional.of(logo) : Optional.empty();
    }

    /** The picture's bytes. */
    public byte[] bytes() {
        return Base64.getMimeDecoder().decode(base64);
    }

    private boolean isWhatItSays() {
        try {
            byte[] picture = bytes();
            byte[] beginning = BEGINNINGS.get(type);
            return picture.length <= MAX_BYTES
                    && picture.length > beginning.length
                    && Arrays.equals(picture, 0, beginning.length, beginning, 0, beginning.length);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
