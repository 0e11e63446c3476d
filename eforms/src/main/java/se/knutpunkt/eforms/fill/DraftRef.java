package se.knutpunkt.eforms.fill;

import java.util.regex.Pattern;

/**
 * What names a draft in addresses: 160 random bits in base32. For an anonymous draft it is also the key, and the
 * database holds only its hash; {@link #toString()} therefore does not show it.
 */
public record DraftRef(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{32}");

    /** @throws DraftNotFound when the text has not the form of a reference: it cannot name any draft */
    public DraftRef {
        if (!FORM.matcher(value).matches()) {
            throw new DraftNotFound();
        }
    }

    @Override
    public String toString() {
        return "DraftRef[hidden]";
    }
}
