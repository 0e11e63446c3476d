package se.knutpunkt.portal.login.saml;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * An identity provider, as its metadata tells.
 *
 * @param entityId its name
 * @param nameSv what people call it, in Swedish
 * @param nameEn what people call it, in English
 * @param redirect where requests go by HTTP-Redirect
 * @param post where requests go by HTTP-POST
 * @param keys keys that sign its messages, at least one; any of them may be used
 */
record Provider(
        String entityId,
        String nameSv,
        String nameEn,
        Optional<String> redirect,
        Optional<String> post,
        List<PublicKey> keys) {
    /** Copies the list. */
    Provider {
        keys = List.copyOf(keys);
    }
}
