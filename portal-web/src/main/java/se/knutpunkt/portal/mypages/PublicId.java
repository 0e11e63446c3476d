package se.knutpunkt.portal.mypages;

import java.util.regex.Pattern;
import se.knutpunkt.portal.page.Refusal;

/** Ids in addresses: what cannot be one is answered as a page that does not exist, without asking the hub. */
final class PublicId {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private PublicId() {}

    static String of(String segment) {
        if (!FORM.matcher(segment).matches()) {
            throw Refusal.notFound();
        }
        return segment;
    }
}
