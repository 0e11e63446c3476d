package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address a request comes from. A proxy on this machine is believed unless the operator says otherwise: it is
 * where the launcher's listener expects one. {@code X-Forwarded-For} counts only where the operator's own proxies wrote
 * it ({@code KNUTPUNKT_TRUSTED_PROXIES}); what stands before them anyone could have written.
 */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";

    private Networks proxies = Networks.parse("");

    @Inject
    void configure(
            @ConfigProperty(name = "KNUTPUNKT_TRUSTED_PROXIES", defaultValue = "127.0.0.0/8, ::1") String configured) {
        proxies = Networks.parse(configured);
    }

    /** Makes the bean when the portal starts: a bad value is to stop the start, not the first login. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
        // configuring it was all
    }

    /** The address of the last sender that is no proxy of ours. */
    public String of(HttpServletRequest request) {
        // a proxy may add a line of its own below the one that the sender wrote
        String forwarded = String.join(",", Collections.list(request.getHeaders(FORWARDED)));
        return of(request.getRemoteAddr(), forwarded, proxies);
    }

    static String of(String sender, String forwarded, Networks proxies) {
        String address = sender;
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && proxies.contain(address); i--) {
            String hop = hops[i].strip();
            if (!Networks.isAddress(hop)) {
                return address;
            }
            address = hop;
        }
        return address;
    }
}
