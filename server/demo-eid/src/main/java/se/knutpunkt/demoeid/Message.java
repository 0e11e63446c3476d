package se.knutpunkt.demoeid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * An AuthnRequest as the browser brought it; the page of persons carries it along in its form, so that nothing is kept on
 * the server, and the signature is checked again when the form comes back.
 *
 * @param samlRequest {@code SAMLRequest}
 * @param relayState {@code RelayState}, empty when there was none
 * @param algorithm {@code SigAlg} of HTTP-Redirect, empty for HTTP-POST
 * @param signature {@code Signature} of HTTP-Redirect, empty for HTTP-POST
 */
record Message(String samlRequest, String relayState, String algorithm, String signature) {

    static Message of(HttpServletRequest request) {
        return new Message(
                value(request, "SAMLRequest"),
                value(request, "RelayState"),
                value(request, "SigAlg"),
                value(request, "Signature"));
    }

    boolean isRedirect() {
        return !signature.isEmpty();
    }

    private static String value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
