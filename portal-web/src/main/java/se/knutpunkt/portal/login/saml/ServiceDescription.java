package se.knutpunkt.portal.login.saml;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What our metadata tells people and other operators of us.
 *
 * @param organisation the municipality's name, the same in every language
 * @param organisationUrl its web site
 * @param organisationNumber ten digits
 * @param portalUrl address of the portal, without a slash at its end
 * @param logoUrl address of a logo
 * @param contacts whom to write to, at most one of each kind
 * @param validity how long the document may be used after it was made; empty for no end
 */
record ServiceDescription(
        String organisation,
        String organisationUrl,
        Optional<String> organisationNumber,
        String portalUrl,
        String logoUrl,
        List<Contact> contacts,
        Optional<Duration> validity) {
    /** Copies the list. */
    ServiceDescription {
        contacts = List.copyOf(contacts);
    }

    /**
     * Whom to write to.
     *
     * @param email address without {@code mailto:}
     */
    record Contact(Kind kind, String email) {
        /** The kinds of contact, in the order of metadata. */
        enum Kind {
            /** Runs the portal: faults, keys, metadata. */
            TECHNICAL,
            /** Helps people who cannot log in. */
            SUPPORT,
            /** Takes reports of breaches (REFEDS Sirtfi). */
            SECURITY
        }
    }
}
