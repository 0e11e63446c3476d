package se.knutpunkt.portal.login.saml;

/** An AuthnRequest ready to leave through the browser. */
public sealed interface Outgoing {

    /** Address of the provider. */
    String address();

    /**
     * By HTTP-Redirect.
     *
     * @param address where to redirect to, with the signed request in its query
     */
    record Redirect(String address) implements Outgoing {}

    /**
     * By HTTP-POST.
     *
     * @param address where the form posts to
     * @param samlRequest value of the form's {@code SAMLRequest}
     */
    record Post(String address, String samlRequest) implements Outgoing {}
}
