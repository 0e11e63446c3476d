package se.knutpunkt.hub.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where messages may go. A municipality's own networks are open: its systems stand there. */
final class Destination {
    private static final int LONGEST = 500;
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** The first 12 bytes of an IPv6 address that carries one of IPv4 (RFC 6052). */
    private static final byte[] CARRIES_IPV4 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    /** Where clouds tell a machine its secrets, besides the link-local 169.254.169.254. */
    private static final List<String> METADATA = List.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

    private Destination() {}

    /** What is wrong with an address that was typed; empty when nothing is. */
    static Optional<AddressFault> wrong(String typed, boolean loopback) {
        if (typed.length() > LONGEST) {
            return Optional.of(AddressFault.TOO_LONG);
        }
        URI address;
        try {
            address = new URI(typed);
        } catch (URISyntaxException malformed) {
            return Optional.of(AddressFault.NO_ADDRESS);
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.of(AddressFault.NO_ADDRESS);
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of(AddressFault.HOLDS_MORE);
        }
        if (scheme.equals("http") && !(loopback && isThisMachine(address.getHost()))) {
            return Optional.of(AddressFault.NOT_HTTPS);
        }
        // last, since an address that was kept with one earlier is still sent to
        return address.getRawQuery() == null ? Optional.empty() : Optional.of(AddressFault.HOLDS_QUERY);
    }

    /** What was typed, as wrong as before, without what may be a password or a key. */
    static String withoutSecrets(String typed) {
        return typed.replaceFirst("//[^/?#]*@", "//***@").replaceFirst("([?#]).*", "$1");
    }

    private static boolean isThisMachine(String host) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing is sent to a network address. */
    static boolean isForbidden(InetAddress address, boolean loopback) {
        @Nullable InetAddress carried = carried(address);
        if (carried != null) {
            return isForbidden(carried, loopback);
        }
        if (address.isLoopbackAddress()) {
            return !loopback;
        }
        boolean thisNetwork = address.getAddress().length == IPV4 && address.getAddress()[0] == 0;
        return thisNetwork
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress());
    }

    private static @Nullable InetAddress carried(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6 || !Arrays.equals(bytes, 0, 12, CARRIES_IPV4, 0, 12)) {
            return null;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, IPV6));
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }
}
