package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address a request comes from. {@code X-Forwarded-For} counts only where the operator's own proxies wrote
 * it ({@code KNUTPUNKT_TRUSTED_PROXIES}); what stands before them anyone could have written.
 */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";

    private Networks proxies = Networks.parse("");

    @Inject
    void configure(@ConfigProperty(name = "KNUTPUNKT_TRUSTED_PROXIES", defaultValue = " ") String configured) {
        proxies = Networks.parse(configured);
    }

    /** The address of the last sender that is no proxy of ours. */
    public String of(HttpServletRequest request) {
        String forwarded = request.getHeader(FORWARDED);
        return forwarded == null ? request.getRemoteAddr() : of(request.getRemoteAddr(), forwarded, proxies);
    }

    static String of(String sender, String forwarded, Networks proxies) {
        String address = sender;
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && proxies.contain(address); i--) {
            address = hops[i].strip();
        }
        return address;
    }
}
